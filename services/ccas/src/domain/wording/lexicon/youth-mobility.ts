import type { Cues } from '../cue';

/** Getting to school, training or work; the driving licence. */
export const youthMobility: Cues = {
  strong: `
    lecon* permis|code, permis lecon*,
    heure* conduite supplementaire*|sup*,
    aide*|financ*|payer code, deux_roues, deux roues aller|travail|boulot|location|stage,
    permi, permit, permi conduire, permit conduire, cout transport*|permis|trajet*,
    permis|locomotion|deplacement*|deplacer|mobilite|trajet*|transport* apprenti*|alternance|stage|travail|travailler|bosser|emploi|formation|cfa|lycee|ecole|fac|boulot|job|entreprise|embauche, locomotion, sans permis travail|travailler|emploi, permis indispensable|exige|besoin|obligatoire|manque, pas|sans permis, permis loupe|echoue|rate|ajourne, carte bus|car|train|tram, moyen_locomotion, bus rejoindre|aller|cfa|lycee|apprenti*|stage|formation|travail, rendre|aller|rejoindre stage|cfa|formation|apprentissage|travail|lycee km|kilometre*|loin|bus|transport*|voiture|comment, horaire* bus|train cfa|lycee|stage|travail, prise_charge transport*, navigo rembours*|cher|aide|payer, trajet* domicile, train fac|universite|lycee|cfa|stage|ecole, velo travail|lycee|cfa|stage, mobili_jeune, auto_ecole euro*|payer|financ*|prix|cher|ferme, boite auto|automatique permis|conduite, lecon*|heure* conduite, voiture_sans permis, sans_permis voiture, repasser code|permis|conduite, code repasser|rate|passer|cher|payer|financ*,
    permis, aide* financiere permis|code|conduite|transport*|auto_ecole|navigo, velo|scooter|voiture|vehicule|moto|transport*|permis|trajet*|bus|train|deplacement*|deplacer|mobilite|locomotion|mobylette travail|travailler|bosser|emploi|boulot|formation|stage|apprentissage|alternance|job age-young|jeune*, permis conduire, permis b, permis voiture|moto|scooter|am|aide|cher|financ*|payer|bourse|passer|repasser|rate|echec|examen|inscri*|euro|jour|heure*|code|emploi|prix|age-young, aide* permis, bourse permis, bourse_au permis, financ* permis|code|conduite, passer permis, pret permis, code route, code_route, code permis, passer|rate|echoue|repasser|reviser|inscri* code, 
    auto ecole, auto_ecole, autoecole, moniteur auto*|conduite, ecole conduite, conduite accompagnee|supervisee|heure*|lecon*|cours, heure* conduite, lecon* conduite, cours conduite|code, bsr, brevet securite routiere, 
    scooter, scooter location|pret|apprentissage|stage|travail|mission_locale|cfa, mobylette|velo|trottinette|voiture|vehicule|moto apprentissage|stage|travail|cfa|lycee|formation|alternance|emploi|boulot|aller|ecole|entreprise, pret velo|scooter|vehicule, location scooter|velo, velo electrique, sans voiture|vehicule|permis|moyen, pas voiture|vehicule|moyen_transport|locomotion aller|cfa|travail|stage|formation|lycee, moyen locomotion,
    moyen* transport*, moyen* aller cfa|lycee|travail|stage|formation|ecole|fac, moyen aller, transport* cfa|lycee|stage|apprentissage|formation|scolaire|alternance|travail|etudiant*|jeune*|cher*|aide|financ*|ecole|college|fac|universite|emploi|boulot|entreprise|commun|remboursement|carte|abonnement|paye*|rembours*|ado,
    aller|rendre|deplacer|trajet*|bus|train|rer|car aller|cfa|apprentissage|stage|formation|alternance|lycee|fac|universite|centre_formation|travail|ecole|boulot|entreprise|entretien moyen*|transport*|payer|comment|cher|voiture|vehicule|bus|train|loin|impossible|peut|rer,
    bus lycee|cfa|stage|travail|college|ecole|ligne|horaire*|formation|supprime*, train stage|lycee|cfa|formation|payer|cher|abonnement|travail|fac, trajet* cfa|stage|formation|lycee|apprentissage|travail|long*|loin|alternance|centre, loin bus|transport*|cfa, centre formation loin|trajet*|transport*|aller|voiture|vehicule,
    navigo, pass navigo, passe navigo, imagine r, imagin r, imaginer, carte imagine*|navigo|transport*|bus|train|jeune_sncf, carte_imagine, abonnement transport*|navigo|train|bus|rer, carte optile|scolaire_bus, optile, car scolaire, ramassage scolaire, transport_scolaire, titre transport, frais transport*|deplacement*|trajet*|essence|kilometr*, mobilite, aide mobilite, mobilite jeune*|internationale, deplacer|deplacement* formation|stage|cfa|travail|emploi|apprentissage|jeune*|alternance|entretien, ticket* train|bus|transport*, essence stage|travail|formation|cfa|apprentissage|aller, covoiturage, blablacar
  `,
  usual: `
    conduite, transport*, vehicule, mobylette, trottinette, trajet*, deplacer, deplacement*, velo, car_scolaire, code, voiture aller, moyen cfa, abonnement train
  `,
  weak: `
    train, rer, bus, voiture, moto, aller, loin, cfa, moyen*, locomotion, essence, conduire, rendre, carte, abonnement
  `,
};
