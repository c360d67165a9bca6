#include <cstdio>
#include <fstream>
#include <system_error>

#include "gateways/mail.h"

namespace doorstep::gateways {
namespace {

/// "<01a3...@localhost>" gives "01a3...": ids are ours, and hold nothing else that a file name may not.
std::string file_name(std::string const& id) {
    std::string name;
    for (char c : id.substr(0, id.find('@')))
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-') name += c;
    return name + ".eml";
}

}  // namespace

FolderMailer::FolderMailer(std::filesystem::path folder) : folder_(std::move(folder)) {}

Delivery FolderMailer::send(Mail const& mail) {
    std::error_code error;
    std::filesystem::create_directories(folder_, error);
    auto const path = folder_ / file_name(mail.id);
    auto const unfinished = path.string() + ".part";
    std::ofstream file(unfinished, std::ios::binary | std::ios::trunc);
    file << mime_message(mail, "doorstep@localhost");
    file.close();
    if (file.fail()) return {Delivery::Result::try_again, "The mail folder cannot be written to"};
    // Whoever picks messages up from the folder never meets half of one.
    std::filesystem::rename(unfinished, path, error);
    if (error) return {Delivery::Result::try_again, "The mail folder cannot be written to"};
    return {Delivery::Result::taken, ""};
}

}  // namespace doorstep::gateways
