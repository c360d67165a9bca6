#include <stdexcept>

#include "support/databases.h"

namespace doorstep::test {

std::unique_ptr<FreshDatabase> fresh_postgres(storage::sql::OpenOptions const&) {
    throw std::runtime_error("PostgreSQL is not there yet");
}
std::unique_ptr<FreshDatabase> empty_postgres() { return fresh_postgres({}); }

}  // namespace doorstep::test
