/**
 * Everyday words that one or two wrong letters would turn into a word of the lexicon ("plante" is no "plainte", "adresse"
 * no "agresse"): they are read as they are written. Without accents, as `plain` leaves them.
 */
export const sparedWords = new Set(
  `
  divers diverse diverses diversion individu individus individuel individuelle individuels individuelles debute
  debuter debutent apparente apparentee apparentees successif successive permute crochet parcouru parcourue parcourus
  parcourues expansion expansions detecte detectee detectees detectes deterministe license licenses adresseur
  contre chaque egalement general maniere musique permet nationale francois laisse commence interet regarde
  production rester campagne montre reponse compagnie marque publie administration arriver contraire courant second
  livres majorite tandis adresse commencer completement habitants montrer chine couleur respect metres reussi
  sociaux comite permettre visage regard concerne expression prive choisi rentrer revenu contexte realise couleurs
  personnage collection content dommage empire entierement empecher formes personnages ecouter proches permettant
  rentre concept materiel parles reduire sourire autrement intention troupes agents condition conduit permettent
  europeens appartient humanite interesse parlent sale gratuit occuper reponses discuter interne organise tradition
  apparemment conception decisions investissement respecter souviens construit laissez tourisme traiter arretez
  deteste plantes socialiste apporte personnalite retourne voudrais repris magazine etrange colonel contente
  fondation imposer prepare soumis transfert voile decret determiner reelle offert organiser reputation charte
  marques compagnies obligatoire electronique baiser explication franco publiee reussite alimentation conclusion
  decouvrez bleus manche montee trouvez ventre commencent plante soutient causes licence manquer precision permettra
  organisee prives visiter assistance charme effectuer nationales remonte reception amener atteinte campagnes
  chanter chanteur dirige francs vivement explosion investir rempli annuel communiste file internationaux procede
  ecrite choisis parlez ambassadeur intitule diriger investissements masque appartenant chante personnalites solaire
  adapter express prendra voyager economies chaise decennies livrer mariee publies alternative municipalite
  passagers passera defenseur explications intentions conclusions habitant chanteuse colonne marquee trouvera
  ecologique baise enleve permanence retenu socialistes choisit hopitaux interdire internes mecanisme parfum statue
  collections contacter fermee grandi imagination mesurer realises arrestation productions canard case garantir
  mediatique troupe courants expansion imaginaire restee reussit traditions dangereuse musiques passez psychologie
  regardes transforme cesser chaussee algerien concernes entretenir expres manieres popularite poster refuge traits
  charger tribunaux colonisation detention determination manches marchandises problematique solidaire fermes matches
  regards ecoutez electoral adresser apport chouette communistes franchise interesses invention jaunes observatoire
  colonnes decoration majoritairement pensant permettrait plaine cahier construite diplomatique determine
  integralite prophete solitaire verser concepts conviction exploration expressions faille metre panier publiees
  pese visages arrivant couler infection investisseurs municipalites patrie sales choisie concurrents fiable geants
  porteur soutiennent apparu causer conversion investi majoritaire mettra mecanismes medicaux soumise accordee
  arracher detenus inquieter permettait basses cauchemar chasser defenseurs integrite projection remplie
  electroniques contenter grade prenons remplis restez reelles coherence contes discute gratuits linge municipaux
  obliger formee materiels montres organisees organises pensons sexualite bourre consulte effectues franche imprime
  organique plaint previsions cahiers credible culpabilite devoile effectuee exportations instinct potable
  socialisme sourit alternatives reconnaissant rencontrent algeriens cendres cibles credibilite decalage
  entreprendre injection intimite porteurs transferts cabine detenu singe apparente contraste dangereuses directive
  routier tires ecrites adresses convictions genant nationaliste violet administrations claque commenca humanitaire
  intitulee revenue cuisiner diplomatie detente determinee entrepris perdant renard respiration sanctuaire terminal
  economiste etranges atteintes exportation laissee legales magazines commencez concret contents convoi decors
  familier garanti laisses masques offerte offerts passager reculer reperer trajectoire basque chanceux comites
  commencait compassion detendre obligatoires chancelier detecter efficacement fracture hesiter maigre marchandise
  prescription repandu economistes coloniale confession controverse coutume diplomatiques extraire imprimerie
  limitation nationalistes renouveau statues chanteurs commencant construits declencher desordre priver
  problematiques solaires chaises comportent craquer devoiler indigenes interaction laissera marchait procedes
  precisions remplit repere sorciere soumises ballet chargement connecter fondations interactions permettront
  plaines propagation prevision trouveras tumeur annuels citoyenne couteux declarant declenche reussie sorcier
  adeptes adressee assurement concurrent courriel demarrage fermees gardant investigation relire successifs
  syndicale tentation addition commences detective exclusivite integral modernite meditation portera repandue
  annales commencement directoire decouvrent detection examine livree pisser singes ecrivait diplomate determinant
  excessive garantit jalouse militante permets protestation representatif resultant souffrant electorat comprendra
  convergence convoque parier preservation successives tueurs classer comptez concretes contours cracher demeurer
  directives disciples efface nationalisme projections preparez prepares reperes traitent cases colonial communement
  concertation concrete fiancee humilite herite investit rachete voiles aimant coherent coutumes detester entretenu
  imprimes mefier securise accession chargeur conduits diriges fiables parfums parlera remontee retenus ecologiques
  ecoutant apprenant apprenez chassis experimente files foncier intersection licences parite residant tunisien
  alternatif amenes arriva contraires embaucher enfonce pertinent preparee routiers solidaires traitre ambassadeurs
  garantis portez rentres restons apparue boulet conservatrice construites detestent excitation generalisee
  inquietez legalite montes orages permette etrangement arrivez choquant comprenne drague detecteur fermier geante
  hesitation organiques recevant reussis sorcieres anticiper apports arretera contentieux croute determines
  terminant violette erection causee crache draguer declenchement failles marchant marquees materielle offertes
  permettez preparatifs retarder repandre society chantent fermete fermiers formulation humaniste infections palier
  patronne processeur redire suivra echouer contraction fermez investis syndicales arrestations cauchemars comete
  concrets decorations engouement investiture livrent protestations syndical trouva vaudrait argumentation connectee
  control courtier decrets interdisant integrante limitant regner seconds transformes amenent appreciee astronomie
  canards colore habitait insigne investigations mangez amenee coherente commencons commet enlevee mobilises
  pertinente remplies salee sauvegarder choisies coloration commencera communale dealer dotation generalites
  integrant inversion ouvrira recevait reclamation sourires baisers collecter competente conclue dissimuler
  declarait formel generalise illegaux nourrissent pendre preparatoire sorciers sourds verset equations confessions
  frange humilier internat lunette manquez adepte consultatif corporelle detecte explosions fiance investisseur
  meneur restees ecoule apportes banquet compartiment demantelement generalite infirmerie inquiets materielles
  operatoire peints regularite traduite allegations confection confiture emploient humanisme montees perdants
  revente revois servie traitres tunisiens apprecies barque contextes decheance expressement humanitaires
  imaginaires intimidation manege migratoire mobilise passeront poings preparatoires reprendra revoit electoraux
  commencee comtes conceptions declara effectuent montree epuration evocation colores contracte detenue enleves
  ferree formees imprimee pertinentes precaires rebours representative saturation alternatifs apparement atteste
  billes calculee charmes chase detenir fiancailles fractures investissent laissees mediatiques precipite quitta
  quittera refais repand ambiante apparus inventions mariees voilee activistes cibler deposition experimentes
  imprimeur ouvrit perdra prescriptions professionnalisme publia reclamant sanctionne terminees tumeurs accordees
  additionnel communales conduira contrees coques excursion imaginais pignon prophetes terminaux etablissent
  apprenne cabines cocher diplomates generaliser indigene livrees majoritaires permettaient portier rebondir
  stimulation securisee anticipe competentes controversee determinees engageant infime intestin integrees
  limitations marthe monture obeissance passeur personnalise pertinents regardee recession sequelles chandelle
  charniere chartes colorees controverses employant gerent injections maigres manier peripeties rentrait repasse
  reguler urgente epousa arrivants coloniales crochets decadence decoulent degrader devoilee devorer paniers parleur
  parmis remette restau troublant versets amande arete causees commencais comprendrez confidences deterioration
  empires grades paupieres pointu reprenne secession ardent chaussees comprendrais convoquer dirigea discutent
  decrete empirer intimider parlee sejourne voilees apprenait avoine blessant bourree coloree comprenons
  concurrencer dealers entremise interdisent piston remercions reclamations amandes amusement basques boulets
  chancellerie conditionne contentent croque digestion deceler depressif forger franchises gardienne imaginons
  notoire solitaires cogne coulee detestable entretenue pepites rebond redevable representatifs refection reussites
  traumatique virale electrons allocution breves consultes contravention couplet declenchee detecteurs exclusifs
  familiers imposable polyvalent soignants blogue batisse casseurs connotation contree convois credibles declencheur
  detendu determinante fellation geantes lasser qualifiant reconnaissable reconquete rencontra soignant activiste
  adressees boulettes commencerent compartiments courtiers decouvrit deportes detenues excursions explosive faillit
  farmer gardons infecte majors parages passagere reconduit rencontrez regeneration agrege calculees chargent ciblee
  cogner crasse croquettes dicter deboires ferre infectes marchais passeurs permettraient portiere rebondissements
  representatives trainee ebauche eduque additionnels amortissement apparut arreta commencaient communaux
  comprendras croquer familiere instructif investie majoration paliers relevement repaire retournes receptions
  reclamait resilience violoncelle admissible bourres colonialisme compta concerto convoques coulent courriels
  deplacees enlevees fonciers grandis plantee raclette refuges tracteurs traitait verbaux ecoulee apparues ciblees
  collectees dicte expresse injecte largue perdure proies prospection qualifient rebonds respectez temeraire voudrai
  associative connectees convoquee coteaux demoli entrait housse instincts locomotives retirez syndicaux
  trajectoires echeances assistent attende cassez citoyennes claques discutable detend fables humanistes pronom
  quittez reticences reussira socialisation traitance visitez bloquant collee complementarite imaginant militantes
  personnalisee ramenez rencontrera rentrez revais sociable alternativement ambiances amenera apprenons caser
  constatation corbeille couchant determinants determinent entretenus galant imprimees menagers occupa parleurs
  stature traduites truite contraventions corporelles coupole devore ferrees imaginait inspecter limitrophes
  migratoires preparees pepite reticence additionnelle cendre confesser ferrer franches insignes nourrie surveillent
  ecoules ecrira ecrivais etrangler blogueurs cabriolet concurrentes discutee depositaire intestinale intestins
  rejoindra renoir retira salutaire transpire`
    .split(/\s+/)
    .filter(Boolean),
);
