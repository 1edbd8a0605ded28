import { describe } from 'mocha';
import { itHasEffects, itHasNoEffect, type Effect } from './effects';

const everything = 'drop all!: everything that is kept in the state';

const effects: readonly Effect[] = [
  ['terraform destroy', everything],
  ['terraform -chdir=envs/prod destroy -auto-approve', everything],
  ['tofu apply -destroy', everything],
  ['terragrunt run-all destroy', everything],
  ['terragrunt run --all -- destroy', everything],
  ['terraform destroy -target=aws_db_instance.a', 'drop some: the resources aws_db_instance.a'],
  [
    'terraform apply -replace=aws_db_instance.a -auto-approve',
    'drop some: the resources aws_db_instance.a',
  ],
  ['terraform apply -var x=1 -auto-approve', 'update some: the resources'],
  ['terraform state rm aws_db_instance.a', 'delete some: what is known of aws_db_instance.a'],
  ['terraform workspace delete -force old', 'delete some: what is known of old'],
  ['terraform taint aws_db_instance.a', 'update one: aws_db_instance.a, to be made anew'],
  ['pulumi destroy -s live', 'drop all!: everything in the stack live'],
  ['pulumi up -y', 'update some: the resources of the stack'],
  ['pulumi stack rm live', 'delete some: what is known of live'],
  ['cdk destroy Scores --force', 'drop all!: the stack Scores'],
  ['sam delete --stack-name scores --no-prompts', 'drop all!: the stack scores'],
  ['serverless remove --stage live', 'drop all!: the stack live'],
  [
    'ansible db -m file -a "path=/data state=absent"',
    'delete some: what the module is told to take away on db',
  ],
];

const others: readonly string[] = [
  'terraform plan -destroy',
  'terraform apply',
  'terraform apply destroy.tfplan',
  'terraform destroy -help',
  'terraform state list',
  'terraform import aws_db_instance.a scores',
  'terraform workspace select old',
  'terraform force-unlock 12',
  'terraform output -json destroy',
  'pulumi preview',
  'pulumi up',
  'pulumi destroy --preview-only',
  'cdk diff',
  'ansible all -m ping',
  'ansible db -m file -a "path=/data state=absent" --check',
];

describe('what commands of infrastructure tools do to data', () => {
  itHasEffects(effects);
  itHasNoEffect(others);
});
