/** « 3 nouvelles demandes »: what came while one was reading, shown on request. */
export function Arrivals({
  count,
  one,
  many,
  onShow,
}: {
  readonly count: number;
  readonly one: string;
  readonly many: string;
  readonly onShow: () => void;
}) {
  return (
    <div role="status" className="no-print">
      {count > 0 && (
        <div className="mb-3 flex items-center gap-3 rounded-s bg-info-bg px-3.5 py-1.5 font-medium text-info">
          {count === 1 ? `1 ${one}` : `${count} ${many}`}
          <button type="button" className="link ml-auto min-h-6 font-semibold" onClick={onShow}>
            {count === 1 ? 'Afficher' : 'Les afficher'}
          </button>
        </div>
      )}
    </div>
  );
}
