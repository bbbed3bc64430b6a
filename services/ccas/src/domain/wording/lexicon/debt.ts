import type { Cues } from '../cue';

/** Debts, credit, seizures, over-indebtedness. A bill to be helped with is another matter: see elsewhere.ts. */
export const debt: Cues = {
  strong: `
    emprunt* partout,
    surendett*|dette*|credit*|rembours* suite|apres|cause|depuis perte|perdu emploi|travail|boulot, harcel* recouvrement|creancier*|banque|huissier*|organisme*,
    remplir|monter|constituer dossier banque_france|surendett*, retenue* salaire dette*|creancier*|huissier*,
    saisie, credits, prets, menace* saisie|huissier_dette|saisir, plusieurs credit*|pret*|dette*, trop credit*|pret*|dette*, credit* bout|dos|accumul*|cours|sort|plus|arrive|tous|reechelonn*|echelonn*|etal*, reechelonn* credit*|dette*|pret*|remboursement*, etal* remboursement*|credit*|dette*|pret*, cautionnaire credit*|pret*, caution|garant credit*|pret*|emprunt*, pret* voiture|auto|conso*|banque|immobilier payer|rembours*|impaye*|plus, interdit*|interdiction chequier|banque|bancaire, chequier interdit*, saisie tresor_public|paie|paye|salaire|compte|euros|voiture|caf|allocation*, tresor_public saisie|saisi*|compte|dette*, vieille*|ancienne* dette*, dette* cumul*|jeu*|loyer edf|eau|credit*|cantine|facture*, banque bloque* compte|dette*, banque|compte bloque|bloquee dette*|credit*|decouvert|saisi*, rembours* impossible|peut|arrive|plus credit*|pret*|banque|dette*, budget dette*|credit*|surendett*, sort plus|pas dette*|credit*|decouvert, huissier* dette*|credit*|telephone|vieille|ancienne|argent, recouvrement lettre*|courrier*|cabinet|societe|appel*|menace*, creancier*, irrecevab* dossier|surendett*, mesure* imposee*, plan surendett*|conventionnel, bdf dossier|surendett*|fiche*, carte* credit*|revolving, reserve argent, paiement plusieurs_fois,
    surendett*, dossier surendett*|banque_france, commission surendett*, endett*, dette*, dette* edf|credit*|energie|eau|electricite|facture*|amende*|jeu*, beaucoup|plusieurs|trop|effacement|effacer|rembourser|echelon*|accumul* dette*,
    banque france dossier|fiche*|commission|recevab*|surendett*|interdit|plan|depot|deposer|courrier|saisine|credit*|monter, dossier banque_france, banque france, interdit* bancaire, interdiction bancaire, fiche* banque, ficp, fcc, fichage bancaire|banque|france,
    saisie salaire|compte|bancaire|attribution|meuble*|vente|vehicule|voiture|remuneration|arret|huissier|immobiliere|biens, saisi|saisir|saisissent|saisit|saisie compte|salaire|meuble*|voiture|huissier|argent, salaire saisi, saisie_salaire, saisie_attribution, avis tiers, tiers detenteur, satd,
    huissier dette*|credit*|creance*|compte|saisi*|salaire|facture*|amende*|argent|meuble*|pret, commissaire_justice dette*|credit*|saisi*, compte bloque* huissier|saisi*|dette*|atd,
    credit* conso*|revolving|renouvelable|auto|voiture|rembours*|impaye*|mensualite*|payer|plusieurs|trop|lourd*|accumul*|retard|dette*|relance*|rachat|regroup*|caution|organisme, rachat|regroupement credit*, crédit*_conso,
    organisme credit, credit* loyer|facture*|bout|asphyx*|noye*, rembours* credit*|pret*|dette*|emprunt*|mensualite*, pret* rembours*|impaye*|payer|etudiant_rembours*|banque_impaye|retard, emprunt* rembours*|impaye*|payer, mensualite* credit*|lourde*|payer|elevee*|retard|trop,
    cofidis, sofinco, cetelem, oney, cofinoga, floa, younited, carrefour_banque, plan remboursement|apurement|surendett*|banque, retablissement personnel, effacement dette*, procedure retablissement, moratoire, creancier*, creance*, recouvrement dette*|societe|relance*|credit*|cabinet|facture*,
    societe recouvrement, cabinet recouvrement, relance* recouvrement|credit*|creancier*|huissier, mise demeure credit*|payer|organisme|banque|dette*|rembourser, echeancier dette*|credit*|rembours*, echelonn* dette*, reconnaissance dette, caution credit*|pret|emprunt,
    noye|noyee|submerge*|croule*|crible* dette*|credit*, decouvert permanent|bancaire|dette*|agios|dettes|banque, agios, rejet* prelevement*, prelevement* rejet*, cheque* provision|rejet*|impaye*, trop_percu dette*|rembours*, faillite personnelle,
    injonction payer, titre executoire, liquidation dettes, commandement payer, usurier, impossible_rembourser, rembourser banque, restes_vivre, microcredit dette*
  `,
  usual: `
    credit*, decouvert, pret*, relance*, trop percu, impaye*, recouvrement, mensualite*, mise demeure, compte bloque*, echeancier, rembours*, jeu* argent, saisi, emprunt*
  `,
  weak: `
    huissier*, banque, compte, bancaire, fiche*, argent, amende*, payer, retard, loyer impaye*, impaye* loyer, edf, engie, tribunal
  `,
};
