#include "storage/sql/database.h"

namespace doorstep::storage::sql {

Engine engine_of(std::string const& location) {
    bool const url = location.starts_with("postgresql://") || location.starts_with("postgres://");
    bool const keywords =
        location.starts_with("dbname=") || location.starts_with("host=") || location.starts_with("service=");
    return url || keywords ? Engine::postgres : Engine::sqlite;
}

std::unique_ptr<Database> open_database(std::string const& location, OpenOptions const& options) {
    return engine_of(location) == Engine::postgres ? open_postgres(location, options)
                                                   : open_sqlite(location, options);
}

}  // namespace doorstep::storage::sql
