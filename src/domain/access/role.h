#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>

#include "base/enum_names.h"

namespace doorstep::domain::access {

/// The people who use Doorstep signed in (M-87). One account may hold several.
enum class Role {
    asb_officer,
    housing_officer,
    asb_manager,
    head_of_housing,
    business_support,
    partner,
    board_member,
    tenant_member,
    administrator,
};
constexpr std::size_t role_count = 9;

constexpr auto enum_names(Role) {
    return std::array{EnumName{Role::asb_officer, "asb-officer", "ASB officer"},
                      EnumName{Role::housing_officer, "housing-officer", "Housing officer"},
                      EnumName{Role::asb_manager, "asb-manager", "ASB manager"},
                      EnumName{Role::head_of_housing, "head-of-housing", "Head of housing management"},
                      EnumName{Role::business_support, "business-support", "Business support"},
                      EnumName{Role::partner, "partner", "Partner agency"},
                      EnumName{Role::board_member, "board-member", "Board member"},
                      EnumName{Role::tenant_member, "tenant-member", "Tenant member"},
                      EnumName{Role::administrator, "administrator", "Administrator"}};
}

/// A set of roles.
class Roles {
  public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles) {
        for (auto role : roles) add(role);
    }
    constexpr void add(Role role) { bits_ |= bit(role); }
    constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool operator==(Roles const&) const = default;

  private:
    static constexpr std::uint16_t bit(Role role) {
        return static_cast<std::uint16_t>(1U << static_cast<unsigned>(role));
    }
    std::uint16_t bits_ = 0;
};

}  // namespace doorstep::domain::access
