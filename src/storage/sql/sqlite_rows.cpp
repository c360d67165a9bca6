#include "storage/sql/sqlite_rows.h"

#include <algorithm>
#include <cctype>

#include "base/assert.h"
#include "storage/sql/sqlite_error.h"

namespace doorstep::storage::sql {
namespace {

constexpr int most_columns = 64;

/// The table-valued function `waiting_rows` of SQLite (sqlite.org/vtab.html): the rows of whoever inserts
/// now. One connection is used by one thread, so that one place for them is enough.
thread_local SqliteRows const* inserted_now = nullptr;

struct Cursor : sqlite3_vtab_cursor {
    std::size_t row = 0;
};

int connect(sqlite3* handle, void*, int, char const* const*, sqlite3_vtab** table, char**) {
    std::string columns = "CREATE TABLE waiting_rows (c0";
    for (int n = 1; n < most_columns; ++n) columns += ", c" + std::to_string(n);
    int const result = sqlite3_declare_vtab(handle, (columns + ")").c_str());
    if (result == SQLITE_OK) *table = new sqlite3_vtab{};
    return result;
}
int disconnect(sqlite3_vtab* table) {
    delete table;
    return SQLITE_OK;
}
int plan(sqlite3_vtab*, sqlite3_index_info* plan) {
    plan->estimatedCost = 1;
    return SQLITE_OK;
}
int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor) {
    *cursor = new Cursor;
    return SQLITE_OK;
}
int close(sqlite3_vtab_cursor* cursor) {
    delete static_cast<Cursor*>(cursor);
    return SQLITE_OK;
}
int first(sqlite3_vtab_cursor* cursor, int, char const*, int, sqlite3_value**) {
    static_cast<Cursor*>(cursor)->row = 0;
    return SQLITE_OK;
}
int next(sqlite3_vtab_cursor* cursor) {
    ++static_cast<Cursor*>(cursor)->row;
    return SQLITE_OK;
}
int at_end(sqlite3_vtab_cursor* cursor) {
    return !inserted_now || static_cast<Cursor*>(cursor)->row >= inserted_now->row_count();
}
int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int column) {
    auto const& cell = inserted_now->cell(static_cast<Cursor*>(cursor)->row, column);
    switch (cell.kind) {
        case SqliteRows::Cell::Kind::null:
            sqlite3_result_null(context);
            break;
        case SqliteRows::Cell::Kind::integer:
            sqlite3_result_int64(context, cell.integer);
            break;
        case SqliteRows::Cell::Kind::real:
            sqlite3_result_double(context, cell.real);
            break;
        case SqliteRows::Cell::Kind::text:
            sqlite3_result_text64(context, inserted_now->text_of(cell), cell.size, SQLITE_STATIC,
                                  SQLITE_UTF8);
            break;
    }
    return SQLITE_OK;
}
int row_number(sqlite3_vtab_cursor* cursor, sqlite3_int64* number) {
    *number = static_cast<sqlite3_int64>(static_cast<Cursor*>(cursor)->row);
    return SQLITE_OK;
}

sqlite3_module const& waiting_rows() {
    static sqlite3_module const table = [] {
        sqlite3_module made{};
        made.xConnect = connect;
        made.xDisconnect = disconnect;
        made.xBestIndex = plan;
        made.xOpen = open;
        made.xClose = close;
        made.xFilter = first;
        made.xNext = next;
        made.xEof = at_end;
        made.xColumn = column;
        made.xRowid = row_number;
        return made;
    }();
    return table;
}

struct Adder {
    std::string& texts;

    using Cell = SqliteRows::Cell;
    static Cell whole(std::int64_t value) { return {.kind = Cell::Kind::integer, .integer = value}; }
    Cell operator()(Null) const { return {}; }
    Cell operator()(bool value) const { return whole(value); }
    Cell operator()(std::int64_t value) const { return whole(value); }
    Cell operator()(double value) const { return {.kind = Cell::Kind::real, .real = value}; }
    Cell operator()(std::string_view value) const {
        auto const offset = texts.size();
        texts += value;
        return {.kind = Cell::Kind::text, .size = static_cast<std::uint32_t>(value.size()), .offset = offset};
    }
    Cell operator()(std::string const& value) const { return (*this)(std::string_view(value)); }
};

bool is_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

}  // namespace

std::optional<std::string> statement_of_many(Query const& query) {
    auto const& text = query.text(Engine::sqlite);
    std::string_view const insert = "INSERT INTO ";
    std::string_view const values = "VALUES (";
    auto const start = text.find_first_not_of(" \n");
    auto const list = text.find(values);
    if (start == std::string::npos || text.compare(start, insert.size(), insert) != 0 ||
        list == std::string::npos || query.parameters().empty() || query.parameters().size() > most_columns)
        return std::nullopt;
    auto result =
        "INSERT OR FAIL INTO " + text.substr(start + insert.size(), list - start - insert.size()) + "SELECT ";
    auto place = list + values.size();
    for (int depth = 1;; ++place) {
        DOORSTEP_ASSERT(place < text.size(), "parentheses are closed");
        if (text[place] == '(') ++depth;
        if (text[place] == ')' && --depth == 0) break;
        if (text[place] != ':') {
            result += text[place];
            continue;
        }
        auto end = place + 1;
        while (end < text.size() && is_of_name(text[end])) ++end;
        auto const& names = query.parameters();
        auto const found =
            std::find(names.begin(), names.end(), std::string_view(text).substr(place + 1, end - place - 1));
        DOORSTEP_ASSERT(found != names.end(), "a parameter of the query");
        result += "c" + std::to_string(found - names.begin());
        place = end - 1;
    }
    // Without WHERE, SQLite takes the ON of ON CONFLICT for one of a join.
    auto const rest = text.substr(place + 1);
    if (rest.find(':') != std::string::npos) return std::nullopt;
    return result + " FROM waiting_rows WHERE TRUE" + rest;
}

std::unique_ptr<SqliteRows> SqliteRows::of(sqlite3* handle, Query const& query) {
    auto const statement = statement_of_many(query);
    if (!statement) return nullptr;
    return std::unique_ptr<SqliteRows>(new SqliteRows(handle, query, *statement));
}

void SqliteRows::prepare_connection(sqlite3* handle) {
    int const result = sqlite3_create_module(handle, "waiting_rows", &waiting_rows(), nullptr);
    if (result != SQLITE_OK) throw_sqlite(handle, result, "waiting rows");
}

SqliteRows::SqliteRows(sqlite3* handle, Query const& query, std::string const& statement)
    : query_(query), width_(query.parameters().size()) {
    sqlite3_stmt* raw = nullptr;
    int const result =
        sqlite3_prepare_v3(handle, statement.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (result != SQLITE_OK) throw_sqlite(handle, result, query.name());
    statement_.reset(raw);
}

void SqliteRows::add(std::vector<Value const*> const& values) {
    for (auto const* value : values) cells_.push_back(std::visit(Adder{texts_}, *value));
}

void SqliteRows::insert() {
    if (empty()) return;
    inserted_now = this;
    int const result = sqlite3_step(statement_.get());
    inserted_now = nullptr;
    if (result != SQLITE_DONE) throw_sqlite(sqlite3_db_handle(statement_.get()), result, query_.name());
    sqlite3_reset(statement_.get());
    cells_.clear();
    texts_.clear();
}

}  // namespace doorstep::storage::sql
