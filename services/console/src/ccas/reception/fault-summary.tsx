import type { Fault } from './draft';

/** What is missing, with the way to each. */
export function FaultSummary({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <section aria-label="À compléter" className="rounded-s bg-bad-bg px-4 py-3 text-bad">
      <h2 className="font-semibold">
        {faults.length === 1 ? 'Il manque une chose' : `Il manque ${faults.length} choses`}
      </h2>
      <ul>
        {faults.map(({ field, sentence }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              className="link"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {sentence}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
