# Prints the version of Rails. Then reads requests, one JSON line each: runs a command of a Rails application once for
# each folder and environment that is asked for, and prints the places that it would have connected to, one JSON line
# each. Every connection is refused by the client's own function, so nothing is ever reached.

require "json"
require "rails"
require "active_record/railtie"
require "rails/command"
require "rails/commands/dbconsole/dbconsole_command"
require "rake"
require "pg"

# What every application loads anyway.
require "action_dispatch"
require "action_view"
require "active_record/connection_adapters/postgresql_adapter"
[ActiveSupport, ActiveModel, ActionDispatch, ActionView].each(&:eager_load!)

PLACES = []

# What Active Record gives libpq, which fills the gaps from its own variables.
def note(given)
  filled = ->(key, variable, otherwise) { given[key] || ENV[variable] || otherwise }
  PLACES << {
    host: filled.(:host, "PGHOST", "/var/run/postgresql"),
    port: filled.(:port, "PGPORT", 5432).to_i,
    database: filled.(:dbname, "PGDATABASE", nil),
  }
end

PG.define_singleton_method(:connect) do |*words, **named|
  note(words.first.is_a?(Hash) ? words.first : named)
  raise PG::ConnectionBad, "nothing is reached"
end

# `rails dbconsole` starts psql, which finds its place in the environment.
refuse_psql = Module.new do
  def find_cmd_and_exec(_commands, *words)
    note(dbname: words.last)
    exit
  end
end
[Rails::DBConsole, ActiveRecord::ConnectionAdapters::AbstractAdapter.singleton_class].each do |starter|
  starter.prepend(refuse_psql)
end

def run(argv)
  script, *words = argv
  ARGV.replace(words)
  load script
rescue Exception => error
  warn "#{error.class}: #{error.message}"
end

def answer(out, argv, scenario)
  child = fork do
    # It does not live long enough to be worth a collection.
    GC.disable
    $stdin.reopen(File::NULL)
    Dir.chdir(scenario["cwd"])
    ENV.replace(scenario["env"])
    run(argv)
    out.puts JSON.generate(PLACES)
    exit!
  end
  Process.wait(child)
end

out = $stdout.dup
out.sync = true
$stdout.reopen($stderr)
out.puts Rails.version
$stdin.each_line do |line|
  request = JSON.parse(line)
  request["scenarios"].each { |scenario| answer(out, request["argv"], scenario) }
end
