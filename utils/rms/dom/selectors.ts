/** What counts as a heading, whatever it stands over. */
export const HEADINGS = 'h1,h2,h3,h4,h5,h6,[role="heading"],legend,summary,caption';

/** What a person presses. */
export const BUTTONS = 'button,a,input[type="button"],input[type="submit"],[role="button"]';
