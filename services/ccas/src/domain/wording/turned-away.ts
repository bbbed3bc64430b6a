/** From here to the end of the clause, the text says what it is not about. */
const NOT_ABOUT =
  /\b(?:(?:pas|plus|aucun|sans) (?:du tout |trop |vraiment )?besoin|(?:vient|appelle|demande|est|s agit) pas (?:du tout )?(?:pour|d une?|de|du|un|une|le|la|les)\b|c est pas|pas pour|rien a voir avec|sans rapport avec|pas concernee? par|ne concerne pas|ne cherche (?:plus|pas)|ne (?:demande|souhaite|desire) (?:plus|pas)|annule|renonce|s est trompee?|pas (?:victime|expulsee?|licenciee?|endettee?|divorcee?)|(?:pas|sans|aucune?) (?:de |d )?(?:dettes?|divorce|expulsion|surendettement|licenciement|credits?)\b).*$/;

/** What was asked before is done: a worker reads whether anything is left. */
const SETTLED =
  /\b(?:merci (?:pour|de l|beaucoup)|remercie|remerciement|(?:a|ai|avons|ont) (?:bien |enfin |deja )?(?:trouve|obtenu|eu) (?!(?:porte|une? (?:refus|huissier)|rien|personne|pas))|obtenue?s?\b|(?<!pas |non |rien |jamais )(?:est|deja|tout|probleme|affaire|dossier) (?:regle|resolu|termine|clos)e?\b|c est bon|plus la peine)/;

/** What remains of the clauses once the subjects they turn away are taken out. */
export function setAside(clauses: readonly string[]): string[] {
  if (clauses.some((clause) => SETTLED.test(clause))) return [];
  return clauses.map((clause) => clause.replace(NOT_ABOUT, ''));
}
