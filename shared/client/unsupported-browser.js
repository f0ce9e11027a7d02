// Runs before the kiosk, the rating pad and the desk, in every browser: a classic script in the JavaScript of 1999.
// `Object.hasOwn` came with the oldest browsers that these pages are built for (build/supported-browsers.ts): Chrome 93,
// Safari 15.4, Firefox 92.
var app = document.getElementById('app');
var sentences = document.getElementById('unsupported-browser');
if (!Object.hasOwn && app && sentences) {
  // The page's own script draws into #app, and does nothing without it.
  app.id = '';
  // The build writes the sentences of shared/words/unsupported-browser.ts into the page.
  sentences.style.cssText = 'display:block;max-width:30em;margin:0 auto;padding:2em;font-size:22px;line-height:1.5';
}
