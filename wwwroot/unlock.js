// Who was here before the page locked itself only types the password.
const who = sessionStorage.getItem("locked");
if (who) {
  sessionStorage.removeItem("locked");
  document.getElementById("locked").hidden = false;
  const user = document.getElementById("user");
  if (!user.value) user.value = who;
  document.getElementById("password").focus();
}
