#include "usecases/accounts/demo_sign_ins.h"

#include "storage/accounts.h"
#include "usecases/settings.h"

namespace doorstep::usecases::accounts {

std::vector<DemoSignIn> demo_sign_ins(Context& context) {
    std::vector<DemoSignIn> sign_ins;
    if (!context.settings().site().is_demo) return sign_ins;
    auto const accounts = storage::accounts::list(context.read(), false);
    for (auto const& role : all_of<domain::access::Role>())
        for (auto const& account : accounts)
            if (account.is_demo && account.roles.has(role.value)) {
                sign_ins.push_back(
                    {std::string(role.words), account.name, account.email, std::string(demo_password)});
                break;
            }
    return sign_ins;
}

}  // namespace doorstep::usecases::accounts
