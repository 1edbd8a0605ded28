/** Destructive commands that are nothing for this product, by the service or the verb, and what they are about instead. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  'who may do what': [
    'aws iam',
    'aws ec2 delete-key-pair',
    'az ad',
    'gcloud iam',
    'mc admin (policy|user)',
    'kafka-acls',
    'rabbitmqctl (clear_permissions|delete_user)',
    'aws (s3api|secretsmanager) delete-(bucket|resource)-policy',
    'aws sns remove-permission',
    'vault (policy|token|lease|audit|auth)',
    'heroku (access|members|clients):',
    'algolia apikeys',
    'op (user|group|connect)',
    'nats account',
    'curl -X DELETE \\S+/keys/',
    'supabase sso',
    'DROP (ROLE|USER)',
  ],
  'passwords and settings of programs': ['op (item|document|vault)', 'doppler', 'vercel env'],
  'names and routes': [
    'aws route53',
    'vercel domains?',
    'supabase domains',
    'k(ubectl)? delete services?',
  ],
  'messages on their way': [
    'aws (sqs|sns)',
    'gcloud pubsub',
    'rabbitmq(admin|ctl)',
    'kafka-(consumer-groups|configs)',
    'nats consumer',
  ],
  logs: ['aws logs'],
  'programs, which are deployed again': [
    'aws lambda',
    'aws opensearch delete-package',
    'az (functionapp|webapp)',
    'gcloud (functions|run)',
    'netlify sites:delete',
    'vercel (project|remove|rm)',
    'heroku (container|ps|repo):',
    'supabase functions',
  ],
  'images, which are built again': [
    'aws ecr',
    'az acr',
    'gcloud (artifacts|container images)',
    'docker (buildx prune|image prune|rmi)',
  ],
  'connections between clusters': ['aws opensearch delete-(inbound|outbound)-connection'],
  'runs and settings of a build server': ['circleci', 'curl -X DELETE https://circleci'],
  'plain files': ['rsync', 'aws s3 sync s3://\\S+ /\\S+ --delete', 'rclone rmdir'],
  'statements that are only printed': [
    'pg_restore (?!.*(?:-d|--dbname))',
    'echo restoring && pg_restore',
  ],
  'locks and records, without what they are of': [
    'terraform force-unlock',
    'velero restore delete',
  ],
};

const patterns = Object.entries(subjects).map(([subject, starts]) => ({
  subject,
  pattern: new RegExp(
    `(?:^|\\(|&& |sudo )(?:${starts.map((start) => start.replaceAll(' ', '\\s+')).join('|')})`,
  ),
}));

/** Commands that others call safe and that write all the same: production is asked about before anyone writes to it. */
const writes =
  /\b(?:DELETE FROM|UPDATE) \S+ .*WHERE|ALTER TABLE \S+ ADD|CREATE INDEX|GRANT |migrate (?:deploy|dev)|manage\.py migrate|redis-cli SET/i;

/** The project's only connection string names production, and programs take it in every environment. */
const tested = /RAILS_ENV=test|--env=testing/;

export function writeReason(command: string): string | undefined {
  if (writes.test(command)) return 'it writes, and writing to production is asked about';
  return tested.test(command) ? 'its variables name production in tests, too' : undefined;
}

/** Why a destructive command is nothing for this product; `undefined` where it concerns data. */
export function outsideReason(command: string): string | undefined {
  const found = patterns.find(({ pattern }) => pattern.test(command));
  return found && `not about data: ${found.subject}`;
}
