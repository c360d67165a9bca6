#include "storage/sql/postgres_row.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace doorstep::storage::sql {
namespace {

// Numbers of built-in types, fixed in PostgreSQL's catalogue (src/include/catalog/pg_type.dat).
enum Type : Oid {
    boolean_type = 16,
    name_type = 19,
    int8_type = 20,
    int2_type = 21,
    int4_type = 23,
    text_type = 25,
    json_type = 114,
    float4_type = 700,
    float8_type = 701,
    bpchar_type = 1042,
    varchar_type = 1043,
    numeric_type = 1700,
    jsonb_type = 3802,
};

// The sum of a BIGINT column is NUMERIC.
constexpr std::array<Oid, 4> whole_numbers{int8_type, int4_type, int2_type, numeric_type};
constexpr std::array<Oid, 2> real_numbers{float8_type, float4_type};
constexpr std::array<Oid, 6> texts{text_type, varchar_type, bpchar_type, name_type, json_type, jsonb_type};

template <std::size_t N>
bool is_one_of(Oid type, std::array<Oid, N> const& types) {
    return std::find(types.begin(), types.end(), type) != types.end();
}

template <class Number>
bool parse(std::string_view text, Number& number) {
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string_view PostgresRow::bytes(int column) const {
    return {PQgetvalue(result_, row_, column), static_cast<std::size_t>(PQgetlength(result_, row_, column))};
}

std::int64_t PostgresRow::integer(int column) const {
    std::int64_t value = 0;
    if (!is_one_of(PQftype(result_, column), whole_numbers) || !parse(bytes(column), value))
        fail(column, "a whole number");
    return value;
}

double PostgresRow::real(int column) const {
    auto const type = PQftype(result_, column);
    double value = 0;
    if (!(is_one_of(type, real_numbers) || is_one_of(type, whole_numbers)) || !parse(bytes(column), value))
        fail(column, "a number");
    return value;
}

bool PostgresRow::boolean(int column) const {
    if (PQftype(result_, column) != boolean_type) fail(column, "true or false");
    return bytes(column) == "t";
}

std::string_view PostgresRow::text(int column) const {
    if (!is_one_of(PQftype(result_, column), texts)) fail(column, "text");
    return bytes(column);
}

}  // namespace doorstep::storage::sql
