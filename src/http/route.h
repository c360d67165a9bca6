#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/access/action.h"
#include "http/request.h"
#include "http/response.h"

namespace doorstep::http {

/// Who may reach a route at all; the use-case behind it decides about the record.
class Access {
  public:
    static Access everyone() { return Access(Kind::everyone, {}); }
    static Access signed_in() { return Access(Kind::signed_in, {}); }
    /// A session in any state: also one whose second step or new password is still to come. Such a handler
    /// looks at the state itself.
    static Access signing_in() { return Access(Kind::signing_in, {}); }
    static Access to(domain::access::Action action) { return Access(Kind::action, action); }

    bool needs_sign_in() const { return kind_ != Kind::everyone; }
    bool is_part_of_signing_in() const { return kind_ == Kind::signing_in; }
    std::optional<domain::access::Action> action() const {
        return kind_ == Kind::action ? std::optional(action_) : std::nullopt;
    }

  private:
    enum class Kind { everyone, signing_in, signed_in, action };
    Access(Kind kind, domain::access::Action action) : kind_(kind), action_(action) {}
    Kind kind_;
    domain::access::Action action_;
};

/// What a request may carry. Checked before the body is read.
enum class Body { none, form, upload, json };

/// One row of the route table. `Handler` is the pages' or the API's own function type.
template <class Handler>
struct RouteOf {
    Method method;
    std::string pattern;  ///< "/cases/{reference}/contacts"
    Access access;
    Handler handler;
    Body body = Body::none;                 ///< GET: none; POST: form unless said otherwise
    std::uint64_t body_limit = 256 * 1024;  ///< bytes; uploads say their own
};

/// Finds the pattern that matches a path. Built once, then read-only and safe for many threads.
///
/// A segment "{name}" matches any one segment that is not empty; a last segment "{name...}" matches all the
/// rest, at least one segment. A literal segment wins over "{name}", and that over "{name...}", among the
/// patterns that have the method.
class PathTable {
  public:
    PathTable();
    /// Throws std::logic_error for a pattern that does not start with "/", or that another row already has.
    void add(Method method, std::string_view pattern, std::size_t value);

    struct Match {
        std::optional<std::size_t>
            value;                    ///< nothing when the path exists for other methods only, or not at all
        bool path_exists = false;     ///< 405 rather than 404
        std::vector<Method> allowed;  ///< for the Allow header; filled only when there is no value
        Pairs parameters;
    };
    /// HEAD matches GET.
    Match find(Method method, std::string_view path) const;

  private:
    /// What ends at a node for one method.
    struct Row {
        Method method;
        std::size_t value;
        std::vector<std::string> parameter_names;
    };
    /// One segment of the tree of patterns. Children are indexes into nodes_.
    struct Node {
        std::vector<std::pair<std::string, std::size_t>> literals;  ///< sorted by segment
        std::optional<std::size_t> parameter;
        std::vector<Row> rows;
        std::vector<Row> rest_rows;  ///< "{name...}" below this node
    };
    struct Search;
    std::size_t child_for(std::size_t node, std::string_view segment);
    std::vector<Node> nodes_;
};

}  // namespace doorstep::http
