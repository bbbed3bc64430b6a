import { useRouter } from '@tanstack/react-router';
import { noNetwork } from '../api/problem';
import { PageHead } from '../ui/page-head';
import { ProblemNote } from '../ui/problem-note';

export function PageFailed({ error }: { readonly error: unknown }) {
  const router = useRouter();
  return (
    <>
      <PageHead title="Cette page n’a pas pu s’afficher" />
      <ProblemNote error={navigator.onLine ? error : noNetwork()} onRetry={() => void router.invalidate()} />
    </>
  );
}
