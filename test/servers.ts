/** Real servers for tests and measurements. */
export { type NatsServer, natsServer, noServer } from '../src/queue/testing/server.ts';
export { noPostgres, type PostgresServer, postgresServer } from '../src/store/postgres/testing.ts';
