/** A list made of several services says whose part is missing: it is not the whole. */
export function MissingServices({ titles }: { readonly titles: readonly string[] }) {
  return (
    <div role="status">
      {titles.length > 0 && (
        <p className="mb-3 rounded-s bg-warn-bg px-4 py-2.5 font-medium text-warn">
          {titles.length === 1
            ? `« ${titles[0]} » ne répond pas : sa part manque dans cette liste.`
            : `Ne répondent pas, et manquent dans cette liste : ${titles.join(', ')}.`}
        </p>
      )}
    </div>
  );
}
