#include "storage/sql/query.h"

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "storage/sql/query_text.h"

namespace doorstep::storage::sql {
namespace {

/// Made on first use, because queries are constants that are initialised in no certain order; never
/// destroyed, because they are destroyed in no certain order either.
struct Registry {
    std::mutex mutex;
    std::vector<Query const*> queries;
    std::size_t next_number = 0;
};

Registry& registry() {
    static auto* const instance = new Registry;
    return *instance;
}

}  // namespace

Query::Query(std::string_view name, std::string text) : Query(name, text, text) {}

Query::Query(std::string_view name, std::string sqlite, std::string postgres) : name_(name) {
    sqlite_ = expand_query_text(sqlite, Engine::sqlite, parameters_);
    auto const count = parameters_.size();
    std::vector<std::string> used;
    expand_query_text(postgres, Engine::postgres, used);
    postgres_ = "/* " + name_ + " */ " + expand_query_text(postgres, Engine::postgres, parameters_);
    if (parameters_.size() != count || used.size() != count)
        throw std::logic_error("The two texts of " + name_ + " have different parameters");

    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    for (auto const* query : all.queries)
        if (query->name() == name) throw std::logic_error("Two queries are named " + name_);
    number_ = all.next_number++;
    all.queries.push_back(this);
}

Query::~Query() {
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    std::erase(all.queries, this);
}

std::vector<Query const*> Query::all() {
    auto& all = registry();
    std::lock_guard const lock(all.mutex);
    return all.queries;
}

std::string json_list(std::vector<std::string> const& values) {
    static constexpr char digits[] = "0123456789abcdef";
    std::string list = "[";
    for (auto const& value : values) {
        list += list.size() > 1 ? ",\"" : "\"";
        for (char const c : value) {
            auto const byte = static_cast<unsigned char>(c);
            if (c == '"' || c == '\\')
                (list += '\\') += c;
            else if (byte < 0x20)
                (((list += "\\u00") += digits[byte >> 4]) += digits[byte & 15]);
            else
                list += c;
        }
        list += '"';
    }
    return list += ']';
}

}  // namespace doorstep::storage::sql
