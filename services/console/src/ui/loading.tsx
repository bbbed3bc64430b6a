/** Nothing under 200 ms; then grey lines where the text will be, and one word for who hears the page. */
export function Loading({ lines = 5 }: { readonly lines?: number }) {
  return (
    <div role="status" className="appear-late flex flex-col gap-3 p-4">
      <span className="sr-only">Chargement…</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className="h-4 animate-pulse rounded-s bg-sunken" />
      ))}
    </div>
  );
}
