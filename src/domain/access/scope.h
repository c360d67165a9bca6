#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/enum_names.h"
#include "domain/access/action.h"

namespace doorstep::domain::access {

/// What a program may be let do for its owner, by a token. Never more than the owner may do.
enum class Scope {
    read_reports,
    write_reports,
    read_cases,
    write_cases,
    read_surveys,
    write_surveys,
    read_figures,
};
constexpr auto enum_names(Scope) {
    return std::array{
        EnumName{Scope::read_reports, "reports:read", "Read reports that wait in triage"},
        EnumName{Scope::write_reports, "reports:write", "Make reports and decide about them"},
        EnumName{Scope::read_cases, "cases:read",
                 "Read cases with their people, contacts, risk, plans and tasks"},
        EnumName{Scope::write_cases, "cases:write", "Work on cases: contacts, risk, plans, tasks, closing"},
        EnumName{Scope::read_surveys, "surveys:read", "Read survey calls and what was answered"},
        EnumName{Scope::write_surveys, "surveys:write", "Make survey calls"},
        EnumName{Scope::read_figures, "figures:read", "Read figures"}};
}

/// A set of scopes.
class Scopes {
  public:
    constexpr Scopes() = default;
    constexpr Scopes(std::initializer_list<Scope> scopes) {
        for (auto scope : scopes) add(scope);
    }
    static Scopes every() {
        Scopes scopes;
        for (auto const& row : all_of<Scope>()) scopes.add(row.value);
        return scopes;
    }
    constexpr void add(Scope scope) { bits_ |= bit(scope); }
    constexpr bool has(Scope scope) const { return (bits_ & bit(scope)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool operator==(Scopes const&) const = default;

    /// "cases:read figures:read", as RFC 6749, 3.3 writes scopes.
    std::string names() const;
    /// Names that this program does not know give nothing: a token never gains by them.
    static Scopes from_names(std::string_view names);

  private:
    static constexpr std::uint16_t bit(Scope scope) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(scope));
    }
    std::uint16_t bits_ = 0;
};

/// Which scope a token needs for an action; nothing for what no token may do, such as managing accounts.
std::optional<Scope> scope_of(Action action);

}  // namespace doorstep::domain::access
