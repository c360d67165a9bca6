#include <random>
#include <thread>

#include "storage/sql/database.h"
#include "storage/sql/health.h"
#include "storage/sql/postgres_outcome.h"
#include "storage/sql/postgres_transaction.h"

namespace doorstep::storage::sql {
namespace {

constexpr int most_writers = 8;
/// However short the patience: two that collide seldom do so again, twenty of them may.
constexpr int fewest_attempts_after_races = 20;
constexpr int attempts_after_losses = 3;
constexpr int oldest_version = 130000;

/// The database whose write this thread is in.
thread_local Database const* writing_to = nullptr;

class Writing {
  public:
    explicit Writing(Database const* database) : outer_(writing_to) { writing_to = database; }
    Writing(Writing const&) = delete;
    Writing& operator=(Writing const&) = delete;
    ~Writing() { writing_to = outer_; }

  private:
    Database const* outer_;
};

/// Longer and longer, and not the same for everyone, so that those who collided do not do so again.
void back_off(int attempt) {
    static thread_local std::minstd_rand random(
        static_cast<unsigned>(std::hash<std::thread::id>{}(std::this_thread::get_id())));
    auto const longest = std::min(500 << std::min(attempt, 7), 50'000);
    std::this_thread::sleep_for(
        std::chrono::microseconds(std::uniform_int_distribution(longest / 2, longest)(random)));
}

/// The order of text, and so of every list, must be that of its bytes, as in SQLite.
void require_suitable(PostgresConnection& connection) {
    auto const version =
        connection.script("SELECT current_setting('server_version_num'), current_setting('server_encoding')");
    if (std::stoi(PQgetvalue(version.get(), 0, 0)) < oldest_version)
        throw StorageError(FailureKind::wrong_version, "PostgreSQL 13 or later is needed");
    if (std::string_view(PQgetvalue(version.get(), 0, 1)) != "UTF8")
        throw StorageError(FailureKind::wrong_version,
                           "The PostgreSQL database must be made with ENCODING 'UTF8'");
    auto const order = connection.script("SELECT 'B' < 'a' AND 'a-c' < 'aa' AND 'z' < U&'\\00e9'");
    if (std::string_view(PQgetvalue(order.get(), 0, 0)) != "t")
        throw StorageError(
            FailureKind::wrong_version,
            "The PostgreSQL database must be made with LC_COLLATE 'C' or 'C.UTF-8' (TEMPLATE template0)");
}

class PostgresDatabase : public Database {
  public:
    PostgresDatabase(std::string connection, OpenOptions const& options)
        : location_(std::move(connection)),
          patience_(options.busy_timeout),
          readers_(options.readers, options.busy_timeout,
                   [this] { return std::make_unique<PostgresConnection>(location_); }),
          writers_(most_writers, options.busy_timeout,
                   [this] { return std::make_unique<PostgresConnection>(location_); }) {
        require_suitable(*readers_.take());
    }

    std::unique_ptr<Snapshot> snapshot() override {
        if (writing_to == this) throw std::logic_error("A read beside the work of a write");
        return std::make_unique<PostgresSnapshot>(readers_);
    }

    Engine engine() const override { return Engine::postgres; }
    std::string const& location() const override { return location_; }
    Health health() override;
    void prepare(Query const& query) override { readers_.take()->prepare(query); }
    void maintain() override { run_script("ANALYZE"); }

  protected:
    void run_write(std::function<bool(Write&)> const& work, Durability durability) override;

  private:
    enum class Attempt { done, again_after_race, again_after_loss };
    Attempt attempt(PostgresConnection& connection, std::function<bool(Write&)> const& work);
    Attempt commit(PostgresConnection& connection);
    Attempt lost();

    std::string location_;
    std::chrono::milliseconds patience_;
    PostgresPool readers_;
    PostgresPool writers_;
};

void PostgresDatabase::run_write(std::function<bool(Write&)> const& work, Durability durability) {
    if (durability == Durability::soon)
        return run_write(
            [&](Write& tx) {
                tx.script("SET LOCAL synchronous_commit TO off");
                return work(tx);
            },
            Durability::synced);
    if (writing_to == this) throw std::logic_error("A write inside the work of another write");
    Writing const guard(this);
    auto const deadline = std::chrono::steady_clock::now() + patience_;
    int races = 0;
    int losses = 0;
    for (;;) {
        switch (attempt(*writers_.take(), work)) {
            case Attempt::done:
                return;
            case Attempt::again_after_race:
                if (++races >= fewest_attempts_after_races && std::chrono::steady_clock::now() >= deadline)
                    throw StorageError(FailureKind::retry, "Others kept changing the same records");
                back_off(races);
                break;
            case Attempt::again_after_loss:
                if (++losses == attempts_after_losses)
                    throw StorageError(FailureKind::unavailable,
                                       "The connection to PostgreSQL broke again and again");
                break;
        }
    }
}

PostgresDatabase::Attempt PostgresDatabase::attempt(PostgresConnection& connection,
                                                    std::function<bool(Write&)> const& work) {
    PostgresTransaction transaction(connection);
    bool keep = false;
    std::exception_ptr error;
    try {
        keep = work(transaction);
    } catch (...) {
        error = std::current_exception();
    }
    // Before COMMIT was sent nothing can have been saved, so the work may run again.
    if (transaction.lost_connection()) return lost();
    if (transaction.lost_a_race()) keep = false;
    if (keep && !error) return commit(connection);
    connection.roll_back_later();
    if (transaction.lost_a_race()) return Attempt::again_after_race;
    if (error) std::rethrow_exception(error);
    return Attempt::done;
}

PostgresDatabase::Attempt PostgresDatabase::commit(PostgresConnection& connection) {
    try {
        connection.commit();
        return Attempt::done;
    } catch (ConnectionLost const& loss) {
        auto const& id = connection.transaction_id();
        auto const outcome = id ? outcome_of_commit(location_, connection.server_run(), *id, patience_)
                                : CommitOutcome::unknown;
        if (outcome == CommitOutcome::committed) return Attempt::done;
        if (outcome == CommitOutcome::rolled_back) return lost();
        throw UncertainCommit(FailureKind::unavailable,
                              std::string("Whether the change was saved is not known: ") + loss.what());
    } catch (StorageError const& error) {
        connection.roll_back_later();
        if (error.kind() == FailureKind::retry) return Attempt::again_after_race;
        throw;
    }
}

/// One connection broke, as after a restart of the server: those that lie idle have broken too.
PostgresDatabase::Attempt PostgresDatabase::lost() {
    readers_.close_idle();
    writers_.close_idle();
    return Attempt::again_after_loss;
}

Health PostgresDatabase::health() {
    Health health{.engine = "PostgreSQL"};
    try {
        health.engine += " " + readers_.take()->server_version();
        health.schema = last_migration(*this);
        health.size_bytes = size_in_bytes(*this);
        health.reachable = true;
    } catch (StorageError const&) {
        // What is wrong is told by whatever uses the database next.
    }
    return health;
}

}  // namespace

std::unique_ptr<Database> open_postgres(std::string const& connection, OpenOptions const& options) {
    return std::make_unique<PostgresDatabase>(connection, options);
}

}  // namespace doorstep::storage::sql
