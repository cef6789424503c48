// Looks at a page in Chromium: axe at three windows, and every stop of the Tab key.
// usage: node look.cjs MODULES CHROMIUM PROFILE PAGE; prints one JSON object.
'use strict';
const { readFileSync } = require('fs');
const { join } = require('path');
const { pathToFileURL } = require('url');
const [modules, executablePath, userDataDir, page] = process.argv.slice(2);
const puppeteer = require(join(modules, 'puppeteer-core'));
const axe = readFileSync(join(modules, 'axe-core', 'axe.min.js'), 'utf8');
const WINDOWS = [[1280, 'light'], [320, 'light'], [1280, 'dark']];
const STOPS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';

async function open(tab, width, scheme) {
  await tab.setViewport({ width, height: 800 });
  await tab.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' }, // a jump to a stop ends at once
  ]);
  await tab.goto(pathToFileURL(page).href);
  await tab.evaluate(() => document.querySelectorAll('details').forEach((part) => { part.open = true; }));
}

async function violations(tab) {
  const found = [];
  for (const [width, scheme] of WINDOWS) {
    await open(tab, width, scheme);
    await tab.evaluate(axe);
    const result = await tab.evaluate(() => axe.run(document, { resultTypes: ['violations'] }));
    for (const one of result.violations) {
      found.push(`${one.id} at ${width} ${scheme}: ${one.nodes.map((node) => node.html).slice(0, 3).join(' ')}`);
    }
  }
  return found;
}

async function stops(tab, width) {
  await open(tab, width, 'light');
  const wanted = await tab.evaluate((names) => {
    window.wanted = [...document.querySelectorAll(names)].filter((one) =>
      !one.disabled && one.tabIndex >= 0 && one.getClientRects().length);
    return window.wanted.map((one) => `${one.tagName.toLowerCase()} ${one.textContent.trim().slice(0, 40)}`);
  }, STOPS);
  const reached = [];
  for (let place = 0; place <= wanted.length; place += 1) {
    await tab.keyboard.press('Tab');
    reached.push(await tab.evaluate(() => {
      const one = document.activeElement;
      if (one === document.body) return null;
      const look = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      return {
        place: window.wanted.indexOf(one),
        outlined: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
        inSight: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      };
    }));
  }
  return { wanted, reached };
}

(async () => {
  const browser = await puppeteer.launch({
    executablePath, userDataDir,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  const tab = await browser.newPage();
  const tabbed = { wide: await stops(tab, 1280), narrow: await stops(tab, 320) };
  await tab.setBypassCSP(true); // axe is a script that the page's policy does not know
  console.log(JSON.stringify({ violations: await violations(tab), tabbed }));
  await browser.close();
})();
