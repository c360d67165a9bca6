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
    static Access to(domain::access::Action action) { return Access(Kind::action, action); }

    bool needs_sign_in() const { return kind_ != Kind::everyone; }
    std::optional<domain::access::Action> action() const {
        return kind_ == Kind::action ? std::optional(action_) : std::nullopt;
    }

  private:
    enum class Kind { everyone, signed_in, action };
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
    Body body = Body::none;              ///< GET: none; POST: form unless said otherwise
    std::uint64_t body_limit = 256 * 1024;  ///< bytes; uploads say their own
};

/// Finds the pattern that matches a path. Literal segments win over parameters; built once, then read-only.
class PathTable {
  public:
    void add(Method method, std::string_view pattern, std::size_t value);

    struct Match {
        std::optional<std::size_t> value;   ///< nothing when the path exists for other methods only, or not at all
        bool path_exists = false;           ///< 405 rather than 404
        std::vector<Method> allowed;        ///< for the Allow header
        Pairs parameters;
    };
    /// HEAD matches GET.
    Match find(Method method, std::string_view path) const;

  private:
    struct Entry {
        Method method;
        std::vector<std::string> segments;  ///< "{name}" is a parameter
        std::size_t value;
    };
    std::vector<Entry> entries_;
};

}  // namespace doorstep::http
