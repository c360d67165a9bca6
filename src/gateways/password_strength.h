#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace doorstep::gateways {

/// How many guesses somebody who knows how people choose passwords needs, as a power of ten: 8 for a hundred
/// million. By zxcvbn (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016),
/// which knows the commonest passwords of breaches, English words and names, keyboards, dates, repeats and
/// the usual replacements of letters. `own_words` are what an attacker would try first here: names of the
/// person and the landlord. Only the first hundred characters are looked at: more can only take longer to
/// guess.
double guesses_of_password(std::string_view password, std::vector<std::string> const& own_words);

}  // namespace doorstep::gateways
