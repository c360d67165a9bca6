#include "storage/sql/sqlite_statement.h"

#include "base/failure.h"
#include "storage/sql/sqlite_error.h"

namespace doorstep::storage::sql {
namespace {

struct Binder {
    sqlite3_stmt* statement;
    int place;

    int operator()(Null) const { return sqlite3_bind_null(statement, place); }
    int operator()(bool value) const { return sqlite3_bind_int(statement, place, value); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, place, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, place, value); }
    int operator()(std::string const& value) const { return (*this)(std::string_view(value)); }
    int operator()(std::string_view value) const {
        // A null pointer would bind a null instead of empty text. The text outlives the call, so SQLite need
        // not copy.
        char const* const start = value.data() ? value.data() : "";
        return sqlite3_bind_text64(statement, place, start, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    }
};

}  // namespace

SqliteStatement::SqliteStatement(sqlite3* handle, Query const& query) : query_(query) {
    auto const& text = query.text(Engine::sqlite);
    sqlite3_stmt* raw = nullptr;
    char const* rest = nullptr;
    int const result = sqlite3_prepare_v3(handle, text.data(), static_cast<int>(text.size()),
                                          SQLITE_PREPARE_PERSISTENT, &raw, &rest);
    if (result != SQLITE_OK) throw_sqlite(handle, result, query.name());
    statement_.reset(raw);
    auto const after = std::string_view(rest, static_cast<std::size_t>(text.data() + text.size() - rest));
    if (!raw || after.find_first_not_of(" \t\n;") != std::string_view::npos)
        throw StorageError(FailureKind::bug, query.name() + " is not exactly one statement");

    // SQLite numbers parameters as they appear in the text, which for a query of two texts is not our order.
    for (auto const& name : query.parameters())
        places_.push_back(sqlite3_bind_parameter_index(raw, (":" + name).c_str()));
    if (sqlite3_bind_parameter_count(raw) != static_cast<int>(places_.size()))
        throw StorageError(FailureKind::bug, query.name() + " has a parameter that is not written :name");
    memory_ = sqlite3_stmt_status(raw, SQLITE_STMTSTATUS_MEMUSED, 0);
}

void SqliteStatement::bind(std::vector<Value const*> const& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        int const result = std::visit(Binder{handle(), places_[i]}, *values[i]);
        if (result != SQLITE_OK) throw_sqlite(sqlite3_db_handle(handle()), result, query_.name());
    }
}

bool SqliteRow::step() {
    found_column_ = -1;
    int const result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    throw_sqlite(sqlite3_db_handle(statement_), result, query_.name());
}

std::int64_t SqliteRow::integer(int column) const {
    expect(column, sqlite3_value_type(value(column)) == SQLITE_INTEGER, "a whole number");
    return sqlite3_value_int64(value(column));
}

double SqliteRow::real(int column) const {
    int const type = sqlite3_value_type(value(column));
    expect(column, type == SQLITE_FLOAT || type == SQLITE_INTEGER, "a number");
    return sqlite3_value_double(value(column));
}

bool SqliteRow::boolean(int column) const {
    auto const number = integer(column);
    expect(column, number == 0 || number == 1, "true or false");
    return number == 1;
}

std::string_view SqliteRow::text(int column) const {
    auto* const found = value(column);
    expect(column, sqlite3_value_type(found) == SQLITE_TEXT, "text");
    auto const* const start = reinterpret_cast<char const*>(sqlite3_value_text(found));
    return {start, static_cast<std::size_t>(sqlite3_value_bytes(found))};
}

}  // namespace doorstep::storage::sql
