import { Link } from '@tanstack/react-router';
import { PageHead } from '../ui/page-head';

export function NotFound() {
  return (
    <>
      <PageHead title="Cette page n’existe pas" />
      <p>
        L’adresse est peut-être incomplète. Revenez à{' '}
        <Link to="/" className="link">
          l’accueil
        </Link>
        , ou cherchez avec Ctrl + K.
      </p>
    </>
  );
}
