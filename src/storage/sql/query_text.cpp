#include "storage/sql/query_text.h"

#include <algorithm>
#include <stdexcept>

namespace doorstep::storage::sql {
namespace {

bool starts_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool continues_name(char c) { return starts_name(c) || (c >= '0' && c <= '9'); }

class Expander {
  public:
    Expander(std::string_view text, Engine engine, std::vector<std::string>& parameters)
        : rest_(text), engine_(engine), parameters_(parameters) {}

    std::string expand() {
        while (!rest_.empty()) {
            if (rest_.front() == '\'')
                copy_until("'", 1);
            else if (rest_.front() == '"')
                copy_until("\"", 1);
            else if (rest_.starts_with("--"))
                copy_until("\n", 2);
            else if (rest_.starts_with("/*"))
                copy_until("*/", 2);
            else if (rest_.starts_with("::"))
                copy(2);
            else if (rest_.front() == ':' && rest_.size() > 1 && starts_name(rest_[1]))
                parameter();
            else if (rest_.front() == '{')
                placeholder();
            else
                copy(1);
        }
        return std::move(out_);
    }

  private:
    void copy(std::size_t count) {
        out_ += rest_.substr(0, count);
        rest_.remove_prefix(count);
    }

    /// A doubled quote inside a literal reads as two literals side by side: the same text.
    void copy_until(std::string_view end, std::size_t from) {
        auto const found = rest_.find(end, from);
        if (found != std::string_view::npos) return copy(found + end.size());
        if (end != "\n") throw std::logic_error("SQL without the closing " + std::string(end));
        copy(rest_.size());
    }

    std::string_view take_name() {
        auto const end = std::find_if_not(rest_.begin(), rest_.end(), continues_name);
        auto const name = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
        rest_.remove_prefix(name.size());
        return name;
    }

    void parameter() {
        rest_.remove_prefix(1);
        out_ += marker(take_name());
    }

    std::string marker(std::string_view name) {
        auto found = std::find(parameters_.begin(), parameters_.end(), name);
        if (found == parameters_.end()) found = parameters_.insert(found, std::string(name));
        if (engine_ == Engine::sqlite) return ":" + std::string(name);
        return "$" + std::to_string(found - parameters_.begin() + 1);
    }

    void placeholder() {
        auto const end = rest_.find('}');
        if (end == std::string_view::npos) throw std::logic_error("SQL with { but no }");
        auto const inside = rest_.substr(1, end - 1);
        rest_.remove_prefix(end + 1);
        if (inside == "for_update") {
            if (engine_ == Engine::postgres) out_ += "FOR UPDATE";
        } else if (inside.starts_with("in:")) {
            membership(inside.substr(3));
        } else {
            throw std::logic_error("SQL with an unknown placeholder {" + std::string(inside) + "}");
        }
    }

    /// PostgreSQL plans "= ANY (array)" as an index condition; the list is read once either way.
    void membership(std::string_view name) {
        auto const value = marker(name);
        out_ += engine_ == Engine::sqlite ? "IN (SELECT value FROM json_each(" + value + "))"
                                          : "= ANY (ARRAY(SELECT jsonb_array_elements_text(CAST(CAST(" +
                                                value + " AS TEXT) AS jsonb))))";
    }

    std::string_view rest_;
    Engine engine_;
    std::vector<std::string>& parameters_;
    std::string out_;
};

}  // namespace

std::string expand_query_text(std::string_view text, Engine engine, std::vector<std::string>& parameters) {
    return Expander(text, engine, parameters).expand();
}

}  // namespace doorstep::storage::sql
