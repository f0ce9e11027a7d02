// Runs before each page that has a legacy build, in every browser: a classic script in the JavaScript of 1999.
// The modern build is for browsers that know all of "baseline widely available" (Chrome 111, Safari 16.4). Support of
// modules is no test for that (Chrome 61 has modules, but little of the rest); color-mix() came with Chrome 111.
// biome-ignore lint/complexity/useOptionalChain: newer than the browsers this is for
if (!(window.CSS && CSS.supports && CSS.supports('color', 'color-mix(in srgb, red, blue)'))) {
  // biome-ignore lint/style/useTemplate: newer than the browsers this is for
  location.replace('/legacy' + location.pathname + location.search + location.hash);
}
