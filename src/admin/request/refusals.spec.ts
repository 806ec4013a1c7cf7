import { expect, test } from '@jest/globals'

import { refusalsIn } from './refusals'

const low = { code: 'BELOW_MINIMUM_PRICE', path: 'lines.0.price', message: '低于最低售价' }
const late = { code: 'CREDIT_PERIOD_EXCEEDED', message: '超过信用期' }

test.each([
  [
    'every finding of every error',
    { errors: [{ message: '拒绝', data: { errors: [low, late] } }, { message: '另一个' }] },
    [low, late, { message: '另一个' }],
  ],
  ['an error without findings', { errors: [{ message: '没有权限' }] }, [{ message: '没有权限' }]],
  ['an error whose data says nothing', { errors: [{ message: '没有权限', data: null }] }, [{ message: '没有权限' }]],
  ['an answer with a message alone', { message: 'Too many requests' }, [{ message: 'Too many requests' }]],
  ['no error at all', { errors: [] }, [{ message: 'Bad Gateway' }]],
  ['what is no answer of ours', null, [{ message: 'Bad Gateway' }]],
  ['a text', '<html>', [{ message: 'Bad Gateway' }]],
])('%s is told', (_what, answer, told) => expect(refusalsIn(answer, 'Bad Gateway')).toEqual(told))
