import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Metrics } from './metrics.ts';

test('counts and levels stand in the form that Prometheus reads', () => {
  const metrics = new Metrics();
  metrics.add('reports_read_total', 'Reports read.', 2, { case: 'keld' });
  metrics.add('reports_read_total', 'Reports read.', 1, { case: 'keld' });
  metrics.add('reports_read_total', 'Reports read.', 1, { case: 'a "b"\n\\' });
  metrics.set('queue_waiting', 'Reports that wait.', 7);
  metrics.set('queue_waiting', 'Reports that wait.', 5);
  assert.equal(
    metrics.text(),
    [
      '# HELP reports_read_total Reports read.',
      '# TYPE reports_read_total counter',
      'reports_read_total{case="keld"} 3',
      'reports_read_total{case="a \\"b\\"\\n\\\\"} 1',
      '# HELP queue_waiting Reports that wait.',
      '# TYPE queue_waiting gauge',
      'queue_waiting 5',
      '',
    ].join('\n'),
  );
});
