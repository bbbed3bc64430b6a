export function Bridge({ width = 26 }: { readonly width?: number }) {
  return (
    <svg
      width={width}
      viewBox="0 0 26 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      aria-hidden
      className="shrink-0 text-ccas"
    >
      <path d="M2 16C7 5 19 5 24 16M2 16h22M8 10.2V16M13 8v8M18 10.2V16" />
    </svg>
  );
}
