// The editor is 4 MB: it is loaded when the first page needs it, from this server.
let loading;
const scripts = [
  '_content/BlazorMonaco/jsInterop.js',
  '_content/BlazorMonaco/lib/monaco-editor/min/vs/loader.js',
  '_content/BlazorMonaco/lib/monaco-editor/min/vs/editor/editor.main.js',
];
const add = src => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.src = src;
  script.onload = resolve;
  script.onerror = () => reject(new Error(`The editor could not be loaded: ${src}`));
  document.head.append(script);
});
const ready = () => new Promise(resolve => window.require(['vs/editor/editor.main'], resolve));
const follow = () => {
  const root = document.documentElement;
  const paint = () => window.monaco.editor.setTheme(root.dataset.theme === 'dark' ? 'vs-dark' : 'vs');
  new MutationObserver(paint).observe(root, { attributes: true, attributeFilter: ['data-theme'] });
  paint();
};

export const load = () => loading ??= (async () => {
  for (const src of scripts) await add(src);
  await ready();
  // Other scripts must not take the page for an AMD page only because the editor came with a loader.
  delete window.define.amd;
  follow();
})();

export const isDark = () => document.documentElement.dataset.theme === 'dark';
