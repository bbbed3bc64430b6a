import type { ReactNode } from 'react';
import { PageHead } from '../ui/page-head';

interface LawHeadProps {
  readonly title: string;
  readonly under?: ReactNode;
  readonly children?: ReactNode;
}

/** Every page of the access to law says whose it is, in the colour of the service and in words. */
export function LawHead(props: LawHeadProps) {
  return <PageHead {...props} over={<span className="font-medium text-law">Accès au droit</span>} />;
}
