/** The probe for what is not shown whole finds one planted fault of each kind, and nothing on a page without one. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eachWithPage } from './hooks.ts';
import { bundledProbe, faultsIn } from './layout/examine.ts';

const NAME = 'Địa chính – Nông nghiệp – Xây dựng – Môi trường và Giao thông';

let page: Page;
let probe = '';
beforeAll(async () => {
  probe = await bundledProbe();
});
eachWithPage({ viewport: { width: 400, height: 300 } }, (opened) => {
  ({ page } = opened);
});
beforeEach(() => page.addInitScript(probe));

async function kindsOf(body: string, everything = true): Promise<string[]> {
  await page.goto('about:blank');
  await page.setContent(`<!doctype html><body style="margin:0;font:20px/1.5 sans-serif">${body}`);
  const faults = await faultsIn(page, everything);
  return [...new Set(faults.map(({ kind, element }) => `${kind}: ${element}`))];
}

describe('the probe finds', () => {
  it.each([
    [
      'dots and tone marks that a low line cuts off',
      '<p style="margin:0;line-height:.8;overflow:hidden">Ẫỵ</p>',
      ['cut glyphs: p'],
    ],
    [
      'a name that ends at the edge of its box without an ellipsis',
      `<p style="width:200px;overflow:hidden;white-space:nowrap">${NAME}</p>`,
      ['cut text: p'],
    ],
    [
      'further lines of a name that a box hides without an ellipsis',
      `<p style="width:200px;height:60px;overflow:hidden">${NAME}</p>`,
      ['cut text: p'],
    ],
    ['a name that is wider than the screen', `<p style="white-space:nowrap">${NAME}</p>`, ['cut text: p']],
    [
      'a text that lies over another one',
      '<p style="margin:0">Quầy 1</p><b style="position:absolute;top:10px;left:10px">A001</b>',
      ['overlap: p'],
    ],
    [
      'a button that lies over another one',
      '<button>Quay lại</button><button style="margin-left:-30px">Tiếp tục</button>',
      ['overlap: button'],
    ],
    [
      'a chip that breaks into two open halves',
      '<p style="width:200px"><em style="outline:1px dashed">Người cao tuổi (từ 60 tuổi) · chưa xác nhận</em></p>',
      ['broken chip: em'],
    ],
    [
      'a row that a style sheet does not display',
      '<style>li:nth-child(n + 3){display:none}</style><ul><li>1<li>2<li>3</ul>',
      ['hidden row: ul li'],
    ],
    [
      'a row below the edge of a list that does not scroll',
      '<ul style="height:60px;overflow:hidden"><li>1<li>2<li class="third" style="height:30px"></ul>',
      ['hidden row: ul li.third'],
    ],
    [
      'a button below the screen',
      '<button style="position:absolute;top:290px">Quay lại</button>',
      ['hidden row: button'],
    ],
  ])('%s', async (_kind, body, faults) => {
    expect(await kindsOf(body)).toEqual(faults);
  });
});

describe('the probe accepts', () => {
  it.each([
    ['a name in as many lines as it needs', `<p style="overflow:hidden">${NAME}</p>`],
    [
      'a name that ends in an ellipsis',
      `<p style="width:200px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${NAME}</p>`,
    ],
    [
      'a name of two lines, the second one with an ellipsis',
      `<p style="width:200px;overflow:hidden;display:-webkit-box;-webkit-line-clamp:2;-webkit-box-orient:vertical">${NAME}</p>`,
    ],
    ['tone marks in a line that is as high as the font', '<p style="line-height:1.3;overflow:hidden">Ẫỵ</p>'],
    ['digits in a low line', '<p style="margin:0;line-height:.8;overflow:hidden">102</p>'],
    ['words for screen readers', '<p>1</p><p style="position:absolute;top:0;clip-path:inset(50%)">Một</p>'],
    [
      'a chip with lines inside one edge',
      '<p style="width:200px"><em style="display:inline-block;outline:1px dashed">Người cao tuổi (từ 60 tuổi)</em></p>',
    ],
    ['rows of a list that are all displayed', '<ul><li>1<li>2</ul>'],
  ])('%s', async (_kind, body) => {
    expect(await kindsOf(body)).toEqual([]);
  });

  it('rows that one can scroll to, where people scroll', async () => {
    const list = '<ul style="height:60px;overflow:auto"><li>1<li>2<li>3<li>4</ul>';
    expect(await kindsOf(list, false)).toEqual([]);
    expect(await kindsOf(list, true)).not.toEqual([]);
  });
});
