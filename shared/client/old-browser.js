// Runs before each page that has a legacy build, in every browser: a classic script in the JavaScript of 1999.
// The modern build of these pages is for Chrome 111 and Safari 16.2 on. Support of modules is no test for that (Chrome 61 has
// modules, but little of the rest); color-mix() came with these versions.
// biome-ignore lint/complexity/useOptionalChain: newer than the browsers this is for
if (!(window.CSS && CSS.supports && CSS.supports('color', 'color-mix(in srgb, red, blue)'))) {
  // biome-ignore lint/style/useTemplate: newer than the browsers this is for
  location.replace('/legacy' + location.pathname + location.search + location.hash);
}
