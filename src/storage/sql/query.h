#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace doorstep::storage::sql {

enum class Engine { sqlite, postgres };

/// A named SQL statement, declared once as a constant beside the function that uses it. One text for both
/// engines, in the portable subset (docs/how-to/write-sql.md). Parameters are written `:name`. Placeholders,
/// expanded per engine:
///   {in:name}      membership in a list given as a JSON array of text (json_list below): `id {in:ids}`, and
///   for the
///                  opposite `NOT (id {in:ids})`
///   {for_update}   row lock for reading before writing; nothing on SQLite, where one writer runs at a time
/// Every query registers itself; tests/storage prepares all of them on both engines. So it is a constant at
/// namespace scope, never a local one. Two of the same name, or a text that cannot be right, stop the program
/// as it starts.
class Query {
  public:
    Query(std::string_view name, std::string text);
    /// Two texts, for the few statements that need them; each use says why.
    Query(std::string_view name, std::string sqlite, std::string postgres);
    ~Query();
    Query(Query const&) = delete;
    Query& operator=(Query const&) = delete;

    std::string const& name() const { return name_; }
    /// A small number, the same for the life of the process: the key of each connection's statement cache.
    std::size_t number() const { return number_; }
    /// SQLite keeps `:name`; PostgreSQL gets `$1`, and the name as a comment for its logs and statistics.
    std::string const& text(Engine engine) const { return engine == Engine::sqlite ? sqlite_ : postgres_; }
    /// Names in the order of their first appearance.
    std::vector<std::string> const& parameters() const { return parameters_; }

    static std::vector<Query const*> all();

  private:
    std::string name_;
    std::string sqlite_;
    std::string postgres_;
    std::vector<std::string> parameters_;
    std::size_t number_;
};

/// `["a","b"]` for {in:name}.
std::string json_list(std::vector<std::string> const& values);
template <class Ids>
std::string json_id_list(Ids const& ids) {
    std::vector<std::string> texts;
    for (auto const& id : ids) texts.emplace_back(id.text());
    return json_list(texts);
}

}  // namespace doorstep::storage::sql
