import type { CodeLibrary } from '../../analysis/codeLibrary';

const statements =
  'execute|executeUpdate|executeQuery|executeLargeUpdate|addBatch|prepareStatement|prepareCall|nativeSQL';
const templates = 'update|execute|batchUpdate|query|queryForObject|sql';
const queries = 'createQuery|createNativeQuery|createMutationQuery|createSQLQuery';

/** JDBC, the templates of Spring, JPA and Hibernate. */
export const javaDatabases: CodeLibrary = {
  name: 'SQL',
  languages: ['java'],
  modules: ['java.sql', 'javax.sql', 'org.springframework.jdbc', 'jakarta.persistence'],
  rules: [
    {
      match: [
        `<java|javax>.sql.**.${statements}()`,
        `<org>.springframework.jdbc.**.${templates}()`,
        `<jakarta|javax>.persistence.**.${queries}()`,
        `<org>.hibernate.**.${queries}()`,
      ],
      sql: 0,
    },
    {
      id: 'jpa-remove',
      match: '<jakarta|javax>.persistence.EntityManager().remove()',
      kind: 'delete',
      reach: 'one',
      subject: 'one record',
    },
  ],
};
