/** Names to draw people from. Compound, accented and confusable ones on purpose: they are what a town hall misspells. */
export const surnames =
  `Abbadi Achard Aubert Aymard Bachelet Bakayoko Barrère Belkacem Benali Bérard Béranger Bertin Bocquet Bonnefoy
Bouchard Bouzid Camara Carvalho Cissé Clavel Cordier Coulibaly Crépin Dembélé Desbois Diarra Dufresne Duquesne Émery Fabre
Faucher Ferrand Fofana Fournel Gaillard Garnier Gérard Ghanem Gosse Grandjean Guérin Haddad Hamel Huet Jaouen Jégou Kaba
Karim Koné Lacombe Lagarde Lambert Langlois Lefèvre Legrand Lemoine Lévy Mahé Marchal Maréchal Mbaye Mercier Meunier
Michaud Moreira Nguyen Nicolaï Olivier Ouattara Pasquier Péchard Pereira Perrin Pham Pichon Poulain Prévost Quéré Rahmani
Raynal Renard Rigaud Robin Roche Rousset Saïdi Salomon Sauvage Sellier Sow Tanguy Teixeira Tessier Thomas Touré Tran Vasseur
Verdier Vigneau Villeneuve Weiss Yilmaz Zidane`
    .split(/\s+/)
    .concat([
      'Le Goff',
      'Da Silva Lima',
      'Dos Reis',
      'Ben Salah',
      'De la Tour',
      'El Amrani',
      "N'Diaye",
      "D'Almeida",
    ])
    .concat([
      'Petit-Jean',
      'Roux-Faure',
      'Moulin-Leroy',
      'Ferreira Alves',
      'Saint-Martin',
      'Ould Ahmed',
      'Van Damme',
    ]);

export const givenNames =
  `Adèle Adrien Aïcha Alban Alexis Alice Aline Amandine Amélie Anaïs André Angèle Anne Antoine Arnaud Arthur
Aurélie Awa Axel Baptiste Béatrice Benoît Bintou Camille Carole Cécile Céline Chloé Christophe Claire Clément Corentin
Damien Denise Didier Djibril Dominique Éloïse Émilie Enzo Éric Estelle Fanny Fatima Fatou Fériel Florence Francis François
Françoise Gabriel Gaëlle Geneviève Géraldine Gilles Guy Hafsa Hélène Hervé Hugo Ibrahim Inès Irène Isabelle Jacques Jamel
Jérôme Joël Joëlle Julie Karima Kévin Khadija Laurent Léa Leïla Lilian Loïc Lucie Lydie Maëlle Malika Mamadou Manon Marc
Mariama Marion Mathieu Mehdi Mélanie Michel Michelle Mohamed Moussa Myriam Nadège Nadia Nathan Noémie Océane Odile Olivia
Pascal Patrick Paulo Philippe Quentin Rachid Raphaël Régine René Romain Rosa Ryan Sabrina Samir Sandrine Sarah Sébastien
Séverine Simone Solène Sonia Stéphane Sylvain Tatiana Thierry Tiago Valentin Véronique Victor Viviane Wassim Xavier Yann
Yasmine Yves Zoé`
    .split(/\s+/)
    .concat([
      'Jean-Pierre',
      'Jean-Luc',
      'Jean-Michel',
      'Marie-Claude',
      'Marie-France',
      'Anne-Sophie',
      'Pierre-Yves',
    ]);

/** Twins as parents name them: the first ones are one or two letters apart, the last ones share half a name. */
export const twinNames: readonly (readonly [string, string])[] = [
  ['Louis', 'Louise'],
  ['Léa', 'Léo'],
  ['Noé', 'Zoé'],
  ['Lina', 'Nina'],
  ['Paul', 'Paula'],
  ['Lucas', 'Luca'],
  ['Emma', 'Gemma'],
  ['Hassan', 'Hassane'],
  ['Marin', 'Marine'],
  ['Tom', 'Tim'],
  ['Inès', 'Inaya'],
  ['Julien', 'Julie'],
  ['Fanta', 'Fatou'],
  ['Adam', 'Amir'],
  ['Théo', 'Léo'],
  ['Awa', 'Adama'],
  ['Clara', 'Sarah'],
  ['Maxime', 'Max'],
  ['Gabriel', 'Raphaël'],
  ['Jules', 'Jade'],
  ['Jean-Paul', 'Jean-Marc'],
  ['Marie-Anne', 'Marie-Lou'],
  ['Anne', 'Anne-Laure'],
];

export const streets = [
  'rue des Lilas',
  'avenue du Moulin',
  'impasse Pasteur',
  'rue Jean Jaurès',
  'allée des Pins',
  'square Colette',
];
