import { shapeOf } from '../../targets/tools/toolOptions';
import { placeInAws } from '../places/aws';
import { namedPlace } from '../places/namedPlace';
import { placeInPulumi } from '../places/pulumi';
import { placeInTerraform } from '../places/terraform';
import type { CommandRule, Tool } from '../tool';

/** A plan that is shown first and asked about is left to Terraform's own question, unless it destroys. */
const terraformRules: readonly CommandRule[] = [
  {
    id: 'terraform-destroy',
    match: [
      '[run-all|run|stack] [run] destroy !--target|exclude',
      '[run-all|run|stack] [run] apply --destroy !--target|exclude',
      'destroy-all',
    ],
    kind: 'drop',
    subject: 'everything that is kept in the state',
    takesAll: true,
  },
  {
    id: 'terraform-destroy-target',
    match: [
      'destroy --target',
      'destroy --exclude',
      'apply --destroy --target',
      'apply --replace --auto-approve',
    ],
    kind: 'drop',
    reach: 'some',
    subject: 'the resources {--target|--replace}',
  },
  {
    id: 'terraform-apply',
    match: ['[run-all|run] apply --auto-approve !--destroy !--replace', 'apply-all'],
    kind: 'update',
    reach: 'some',
    subject: 'the resources[ {--target}]',
  },
  {
    id: 'terraform-forget',
    match: ['state rm|remove', 'workspace delete'],
    kind: 'delete',
    reach: 'some',
    subject: 'what is known of {*}',
  },
  {
    id: 'terraform-taint',
    match: 'taint',
    kind: 'update',
    reach: 'one',
    subject: '{*}, to be made anew',
  },
  {
    id: 'terraform-overwrite-state',
    match: 'state push',
    kind: 'overwrite',
    subject: 'the state',
  },
];

const terraformOptions =
  'chdir working-dir var var-file target exclude replace state state-out backup lock-timeout parallelism config';

const pulumiRules: readonly CommandRule[] = [
  {
    id: 'pulumi-destroy',
    match: 'destroy|down|dn !--target',
    kind: 'drop',
    subject: 'everything in the stack {--stack}',
    takesAll: true,
  },
  {
    id: 'pulumi-destroy-target',
    match: 'destroy|down|dn --target',
    kind: 'drop',
    reach: 'some',
    subject: 'the resources {--target} of the stack {--stack}',
  },
  {
    id: 'pulumi-up',
    match: ['up|update --yes', 'up|update --skip-preview'],
    kind: 'update',
    reach: 'some',
    subject: 'the resources of the stack {--stack}',
  },
  {
    id: 'pulumi-forget',
    match: ['stack rm', 'state delete'],
    kind: 'delete',
    reach: 'some',
    subject: 'what is known of {*} {--stack}',
  },
];

const stackRules: readonly CommandRule[] = [
  {
    id: 'cdk-destroy',
    match: 'destroy',
    kind: 'drop',
    subject: 'the stack {*}',
    takesAll: true,
  },
  {
    id: 'cdk-deploy',
    match: 'deploy',
    kind: 'update',
    reach: 'some',
    subject: 'the resources of the stack {*}',
  },
];

const serverlessRules: readonly CommandRule[] = [
  {
    id: 'serverless-remove',
    match: 'remove|delete|terminate',
    kind: 'drop',
    subject: 'the stack {--stack-name|--stage|-s|--app|-a} {*}',
    takesAll: true,
  },
];

const playbookRules: readonly CommandRule[] = [
  {
    id: 'ansible-absent',
    match: '--args=*state=absent*',
    kind: 'delete',
    reach: 'some',
    subject: 'what the module is told to take away[ on {*}]',
  },
  {
    id: 'ansible-stop-machines',
    match: [
      '--module-name=reboot|shutdown|community.general.shutdown|ansible.builtin.reboot',
      '--args=reboot*|shutdown*|poweroff*|halt*',
    ],
    kind: 'terminate',
    reach: 'some',
    subject: 'the machines {*}',
  },
];

const stage = {
  'the stage': '--stage -s $SLS_STAGE $SST_STAGE',
  'the profile': '--aws-profile --profile $AWS_PROFILE',
};

export const infrastructureTools: readonly Tool[] = [
  {
    names: ['terraform', 'tofu', 'terragrunt', 'terramate'],
    shape: { valued: terraformOptions.split(' '), aliases: {} },
    rules: terraformRules,
    idle: ['-h', '--dry-run'],
    place: placeInTerraform,
  },
  {
    names: ['pulumi'],
    shape: shapeOf('s,stack t,target C,cwd c,config m,message config-file', 'y,yes f,skip-preview'),
    rules: pulumiRules,
    idle: ['-h', '--preview-only'],
    place: placeInPulumi,
  },
  {
    names: ['cdk', 'cdktf'],
    shape: { flags: ['all', 'force', 'f', 'auto-approve', 'exclusively', 'e', 'hotswap'] },
    rules: stackRules,
    idle: ['--no-execute'],
    place: placeInAws,
  },
  {
    names: ['sam'],
    shape: { flags: ['no-prompts'] },
    rules: serverlessRules,
    place: placeInAws,
  },
  {
    names: ['serverless', 'sls', 'sst', 'osls'],
    shape: { flags: ['force', 'verbose', 'aws-s3-accelerate'] },
    rules: serverlessRules,
    place: namedPlace('AWS', stage),
  },
  { names: ['eb'], rules: serverlessRules, place: placeInAws },
  {
    names: ['ansible'],
    shape: shapeOf('m,module-name a,args i,inventory l,limit u,user f,forks e,extra-vars B P'),
    rules: playbookRules,
    idle: ['-C', '--check', '--list-hosts'],
    place: namedPlace('Ansible', { 'the inventory': '--inventory', 'the limit': '--limit' }),
  },
];
