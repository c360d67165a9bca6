#pragma once

#include <string>
#include <vector>

#include "usecases/context.h"

namespace doorstep::usecases::accounts {

struct DemoSignIn {
    std::string role_words;
    std::string name;
    std::string email;
    std::string password;
};
/// The password of every demo account.
inline constexpr std::string_view demo_password = "doorstep demo";

/// One account of each role, for the demo's sign-in page; empty on a real site.
std::vector<DemoSignIn> demo_sign_ins(Context& context);

}  // namespace doorstep::usecases::accounts
