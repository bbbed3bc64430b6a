import type { Cues } from '../cue';

/** People at work and their employer. Looking for work is `youth-job`. */
export const labourLaw: Cues = {
  strong: `
    vire|viree hier|abus*|preavis|indemnite*, rupture conv,
    harcel* responsable|directrice|superieure|collegues|manageur|hierarchie,
    demission* droit* chomage,
    contest* sanction|avertissement|licenci*, conflit|probleme directrice|directeur|direction|superieur*|hierarchie, licensi*, licencement, sanction entreprise|employeur|travail,
    patron, patronne*, vire|viree texto|sms|mail|boite|taf|job|chantier|usine|telephone, discrimin* travail|embauche|employeur|entreprise|boulot|poste, travail*|bosse* dimanche*|nuit*|ferie* majoration|paye*|majore*|plus, travail*|bosse* heure*|50h|60h|h paye*|paie, paye main, placard direction|travail|mise|mis|chef, urssaf declare*|employeur, papier*|document* fin_contrat|contrat_travail, fin contrat papier*|document*|employeur|prime|indemnit*, heure* paye* menage|restaurant|chantier|nuit|dimanche, usine|entreprise|boite|societe ferme|fermeture|licenci*|liquidation, cdd rompu|rupture|termine, conge parental|maternite|maladie|sabbatique refus*|employeur|accorde, saisir prud*, refus* conge*|demission|teletravail, teletravail employeur|refus*|impose, essai rompu|rupture|termine travail|employeur|cdi|contrat, clause contrat_travail, dimanche employeur|impose|oblige, pression* travail|chef|boulot, stress travail, caisse conge*, prime* travail|entreprise|employeur|versee, mutation employeur|forcee|imposee, modification contrat, baisse salaire, sanction travail|employeur, cheque_emploi, nounou_employeur, employeur particulier, delegue* personnel|syndical, cse entreprise, accident chantier|usine|trajet, poste supprime, suppression poste, insultee|insulte|humili* travail|chef|patron|boulot, harcel* travail|bureau|boulot|collegue*|hierarchie|superieur*, non declare*_travail, paye* black|noir|especes, travail* illegal|clandestin*|declare,
    licenci*, licenciement contest*|abusif|economique|faute|grossesse|maternite|inaptitude|indemnite*|conge, contest* licenci*, indemnite* licenci*|depart|rupture,
    prud_hom*, prudhom*, prud hom*, conseil prud*, rupture conventionnel*, rupture contrat|anticipee, rupture periode essai, periode essai, heure* sup*|supplementaire*, heure* sup* pay*|impaye*, heure* travaillees|effectuees|non_payees|travail pay*|impaye*,
    patron|employeur|entreprise|societe|boss|chef|gerant|restaurant|chantier paie|paye|payer|payee|payent|verse pas|plus|heure*|salaire|refus*|conge*|jamais, plus|pas|jamais paye|payee employeur|patron|boulot|travail|entreprise,
    patron|employeur|chef|superieur|manager|directeur|collegue|boss harcel*|humilie|insulte|menace*|vire|virer|renvoy*|refus*|conflit|probleme|litige|declare|dispute|respecte|oblige|force|abus*|pression,
    harcelement travail|moral|chef|patron|employeur|collegue|entreprise|bureau|boulot, harcele|harcelee travail|boulot|chef|patron|employeur|collegue|bureau, souffrance travail, burn_out employeur|travail|boulot, burn out employeur|travail|boulot|patron,
    contrat travail, travail contrat sign*|pas|sans, employeur, employeur pole emploi|attestation|remet|donne|document*|certificat, attestation pole_emploi|pole|france emploi|employeur|travail,
    salaire|salaires impaye*|verse|versee|retard|pas|non|manque|reclame*|faux|erreur|jamais|baisse*|du|moitie|bloque, paie retard|erreur|fausse|versee|recue|manque|moitie, salaire* entreprise|employeur|patron|impaye*, fiche* paie|paye|salaire, bulletin* paie|paye|salaire, solde tout compte, tout compte,
    conge* paye*, conge* paye* refus*|pris|solde|employeur, conge* refus*|maternite|parental employeur|patron|refus*|licenci*, demission*, demission force*|chomage, demissionner, faire_demissionner,
    accident travail, accident travail|trajet declare*|employeur|reconnu, maladie professionnelle, maladie professionnel*, inaptitude, inapte travail|poste, inapte, reclassement, mi_temps therapeutique, medecin|medecine travail, arret maladie|travail employeur|patron|licenci*|salaire,
    fin|prime|renouvel*|requalif*|rupture cdd, cdd cdi|renouvele|rompu|prime|requalif*|fin, precarite prime, contrat renouvele enceinte|pas|employeur, prime precarite|paye|verse|impaye* , interim contrat|paye|mission|litige|agence, abandon poste,
    entretien prealable, convoc* entretien prealable|licenci*|employeur|direction, travail|travaille|travaillait|employe|boulot|boss noir, travail dissimule, travail|travaille|emploi declare*, pas|non|jamais declare* travail|patron|employe*|employeur|boulot|menage,
    mise pied, discrimination travail|embauche|emploi|employeur|entreprise|salaire, avertissement employeur|patron|travail|chef|entreprise, sanction disciplinaire, faute grave|lourde, clause concurrence|mobilite, non_concurrence, convention collective,
    renvoye|renvoyee|vire|viree patron|travail|boulot|entreprise|employeur|chantier|restaurant|usine|magasin|motif, vire|viree|renvoye|renvoyee du_travail|jour, liquidation|redressement salaire*|entreprise|judiciaire|employeur, ags salaire,
    droit travail, inspection travail, inspecteur travail, syndicat travail|entreprise, conflit|litige|probleme|dispute employeur|patron|travail|boulot|employe*|chef|entreprise|collegue|direction, conditions travail,
    quitter travail|emploi|poste|boulot|entreprise chomage|droit*|perdre|demission*, temps_partiel impose, changement horaire*|poste employeur|travail|impose, horaire* travail abus*|change*|contest*, employee|employe|aide maison|menage|domicile declare*|paye,
    plan_social, plan social, pse entreprise, certificat travail, cheque* emploi service, heure* complementaire*|nuit paye*|majore*|patron, repos|pause* employeur|travail|patron, treizieme mois, smic paye*, sous_paye
  `,
  usual: `
    perte|perdu|perd|perdre emploi|travail|boulot|poste|job,
    salaire, salaires, harcelement moral, cdd, cdi, interim, employe, employee, preavis travail|demission, conge* maternite, burn_out, entreprise liquidation, poste, boss, collegue*, renvoye, renvoyee, conge* parental, vire, viree, conventionnel*
  `,
  weak: `
    chef, travail, salarie, entreprise, chantier, boulot, emploi, prime, heure*, indemnite*, chomage, contrat, paye*, declare*, arret, essai, direction, pole_emploi, attestation
  `,
};
