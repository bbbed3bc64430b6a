import { plain } from './plain';

/** Common first names in France, only to tell a column of first names from a column of last names. */
const common = new Set(
  (
    'marie jean pierre michel andre philippe rene louis alain jacques bernard marcel daniel roger robert paul claude christian ' +
    'henri georges nicolas francois patrick gerard christophe joseph julien maurice laurent frederic eric david stephane pascal ' +
    'sebastien alexandre thierry olivier antoine raymond guy dominique charles didier emile jerome yves bruno vincent thomas ' +
    'denis kevin guillaume gilles romain hugo lucas leo enzo nathan mohamed ahmed mehdi karim youssef ali ibrahim mamadou ' +
    'jeanne francoise monique catherine nathalie isabelle jacqueline anne sylvie martine madeleine nicole suzanne helene ' +
    'christine marguerite denise louise christiane yvonne valerie sophie germaine sandrine stephanie celine chantal veronique ' +
    'simone marcelle brigitte patricia julie laurence annie claire emilie aurelie elodie camille lea manon chloe emma sarah ' +
    'fatima aicha khadija amina fatoumata aminata samira nadia leila yasmine noemie oceane pauline lucie marine laura charlotte ' +
    'mathilde alice juliette eve agathe margaux adele gabrielle victoire elise diane josette paulette genevieve colette ' +
    'odette susan michele corinne edith eugene auguste gabriel theodore leon honore matthieu benjamin benoit xavier arnaud'
  ).split(' '),
);

/** Share of the filled cells that begin with a common first name, 0 to 1. */
export function guessFirstNames(cells: readonly string[]): number {
  const filled = cells.map(plain).filter(Boolean);
  if (!filled.length) return 0;
  return filled.filter((cell) => common.has(cell.split(' ')[0]!)).length / filled.length;
}
