/** Keys of the portals whose rows a playbook serves; section 5 of the domain lists their rows by letter. */
export const haymarket = 'haymarket-mycme'
export const cleveland = 'cleveland-clinic-mycme'
export const medChallenger = 'med-challenger'
export const maryland = 'maryland-pharmacy-ce'
